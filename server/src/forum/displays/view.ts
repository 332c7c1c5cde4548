import type { Assignment, DisplayListing, DisplaysView } from '@wenzheng/shared/forum/displays';
import { instant } from '@wenzheng/shared/time/instant';
import type { ForumState } from '../../engine/state';
import { documentView } from '../../engine/views';
import type { DisplayRow } from './state';

const showing = (
  row: DisplayRow | undefined,
): Pick<DisplayListing, 'shows' | 'scene' | 'question' | 'since'> => ({
  shows: row?.shows ?? 'follow',
  scene: row?.scene ?? null,
  question: row?.question ?? null,
  since: row?.since ?? instant(0),
});

/** In an order that nothing but their ids gives, and no commit that fails can change. */
const told = ({ displays }: ForumState): (readonly [id: string, row: DisplayRow])[] =>
  [...displays.entries()].sort(([a], [b]) => (a < b ? -1 : 1));

/** Those that came, in the order in which they did, and after them those that are only known. */
export const displaysDocument = documentView({
  reads: ['displays', 'media'],
  tallies: ['screens'],
  build: ({ state, screens }): DisplaysView => {
    const there = new Map(screens.map((each) => [each.id, each]));
    const ids = new Set([...there.keys(), ...told(state).map(([id]) => id)]);
    return {
      displays: [...ids].map((id) => {
        const row = state.displays.get(id);
        const seen = there.get(id);
        return {
          ...{ id, name: row?.name ?? null, connected: seen?.connected === true },
          // Whoever opens a display's address may say anything.
          holds: (seen?.holds ?? []).filter((media) => state.media.get(media)),
          ...showing(row),
        };
      }),
    };
  },
});

export const assignmentsDocument = documentView({
  reads: ['displays'],
  build: ({ state }): Assignment[] =>
    told(state).map(([display, row]) => ({
      ...{ display, name: row.name },
      ...showing(row),
      identified: row.identified,
    })),
});
