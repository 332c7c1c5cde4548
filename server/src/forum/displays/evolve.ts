import { instant, type Instant } from '@wenzheng/shared/time/instant';
import type { Evolves } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';
import type { DisplayRow } from './state';

const FOLLOWS: DisplayRow = {
  ...{ name: null, shows: 'follow', scene: null, question: null },
  ...{ told: 0, since: instant(0), identified: null },
};

const change = (state: ForumState, display: string, fields: Partial<DisplayRow>): void =>
  state.displays.put(display, { ...(state.displays.get(display) ?? FOLLOWS), ...fields });

/** What stands on a display that is told to keep it. */
function standing(
  state: ForumState,
  row: DisplayRow | undefined,
): Pick<DisplayRow, 'scene' | 'question'> {
  const scene = row?.shows === 'scene' ? row.scene : state.scene.value.kind;
  const asked = scene === 'question' || scene === 'deflection';
  const current = state.questions.get(asked ? (state.currentQuestion.value ?? '') : '');
  return { scene, question: current?.number ?? null };
}

/** Words that are covered or withdrawn must not go on standing anywhere: every display that kept a picture follows again. */
function endStills(state: ForumState, at: Instant): void {
  for (const [display, row] of state.displays.entries())
    if (row.shows === 'still')
      change(state, display, { shows: 'follow', scene: null, question: null, since: at });
}

/** Runs after the rooms below have taken in the same entry. */
export const evolveDisplays: Evolves = {
  displayRenamed: (state, { data: { display, name } }) => change(state, display, { name }),
  displayIdentified: (state, { data: { display }, at }) =>
    change(state, display, { identified: at }),
  displayAssigned: (state, { data: { display, shows, scene }, seq, at }) => {
    const kept = shows === 'still' ? standing(state, state.displays.get(display)) : null;
    change(state, display, {
      ...{ shows, scene: kept?.scene ?? scene, question: kept?.question ?? null },
      ...{ told: seq, since: at },
    });
  },
  displayForgotten: (state, { data: { display } }) => state.displays.remove(display),
  questionMasked: (state, { at }) => endStills(state, at),
  questionEdited: (state, { at }) => endStills(state, at),
  questionWithdrawn: (state, { at }) => endStills(state, at),
  statementDeclined: (state, { at }) => endStills(state, at),
};
