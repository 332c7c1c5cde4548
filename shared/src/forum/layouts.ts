/** What a display is for; free of zod, so that displays can load it. */
import { duration } from '../time/instant';

export const LAYOUTS = ['main', 'stage', 'lobby', 'overlay'] as const;
export type Layout = (typeof LAYOUTS)[number];

/**
 * What a display of each layout may see is the right of a role of its own: the big screen's keeps the plain name.
 */
export const ROLE_OF_LAYOUT = {
  main: 'display',
  stage: 'stage',
  lobby: 'lobby',
  overlay: 'overlay',
} as const satisfies Record<Layout, string>;
export type DisplayRole = (typeof ROLE_OF_LAYOUT)[Layout];

export const isDisplay = (role: string): role is DisplayRole =>
  Object.values<string>(ROLE_OF_LAYOUT).includes(role);

/** How the address of a display names its layout: `/display?layout=stage`; none is the big screen. */
export const layoutNamed = (name: string | null): Layout =>
  LAYOUTS.find((layout) => layout === name) ?? 'main';

/** The id that a display has given itself begins with its layout, so that nobody has to say it twice. */
export const displayIdOf = (layout: Layout, code: string): string => `${layout}.${code}`;
export const layoutOf = (display: string): Layout => layoutNamed(display.split('.')[0] ?? null);

/** By which people know a display that has no name yet: the first signs of its id. */
export const displayCode = (display: string): string => (display.split('.')[1] ?? '').slice(0, 3);

/** How long a display that is to be found shows its name. */
export const IDENTIFIED_FOR = duration(8_000);
