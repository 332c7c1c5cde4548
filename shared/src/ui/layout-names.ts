/** What displays of each layout are called. */
import { displayCode, layoutOf, type Layout } from '../forum/layouts';
import { m } from '../paraglide/messages';
import { table } from './name-table';

export const layoutName = /* @__PURE__ */ table<Layout>({
  main: m.layout_main,
  stage: m.layout_stage,
  lobby: m.layout_lobby,
  overlay: m.layout_overlay,
});

/** What a display is called: its name, or its layout and a code that no other has. */
export const displayName = (display: string, name: string | null): string =>
  name ?? m.displays_unnamed({ layout: layoutName(layoutOf(display)), code: displayCode(display) });
