import { DISPLAYS_LIMIT } from '@wenzheng/shared/forum/displays';
import type { NewEntry } from '../../engine/entries';
import { accept, refuse, type Decides, type Decision } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';

/** Notes what was told to a display; a forum does not keep any number of them. */
const note = (state: ForumState, display: string, entry: NewEntry): Decision =>
  state.displays.get(display) || state.displays.size < DISPLAYS_LIMIT
    ? accept(entry)
    : refuse('displays.too_many');

export const decideDisplays: Decides<
  'renameDisplay' | 'identifyDisplay' | 'assignDisplay' | 'forgetDisplay'
> = {
  renameDisplay: (state, { display, name }) =>
    (state.displays.get(display)?.name ?? null) === name
      ? accept()
      : note(state, display, { type: 'displayRenamed', data: { display, name } }),

  identifyDisplay: (state, { display }) =>
    note(state, display, { type: 'displayIdentified', data: { display } }),

  assignDisplay: (state, { display, shows, scene }) => {
    const row = state.displays.get(display);
    const same = shows === 'scene' ? row?.scene === scene : true;
    if ((row?.shows ?? 'follow') === shows && same) return accept();
    return note(state, display, { type: 'displayAssigned', data: { display, shows, scene } });
  },

  forgetDisplay: (state, { display }) =>
    state.displays.get(display)
      ? accept({ type: 'displayForgotten', data: { display } })
      : accept(),
};
