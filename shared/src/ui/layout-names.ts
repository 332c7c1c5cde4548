/** What displays of each layout are called. */
import type { Layout } from '../forum/layouts';
import { m } from '../paraglide/messages';
import { table } from './name-table';

export const layoutName = /* @__PURE__ */ table<Layout>({
  main: m.layout_main,
  stage: m.layout_stage,
  lobby: m.layout_lobby,
  overlay: m.layout_overlay,
});
