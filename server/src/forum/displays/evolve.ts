import { layoutOf } from '@wenzheng/shared/forum/layouts';
import { instant, type Instant } from '@wenzheng/shared/time/instant';
import type { Evolves } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';
import type { DisplayRow } from './state';
import { endStillsOfPolls, endStillsOfQuestion, endStillsOfStatements } from './stills';

const FOLLOWS: DisplayRow = {
  ...{ name: null, shows: 'follow', scene: null, question: null },
  ...{ told: 0, since: instant(0), identified: null },
};

const change = (state: ForumState, display: string, fields: Partial<DisplayRow>): void =>
  state.displays.put(display, { ...(state.displays.get(display) ?? FOLLOWS), ...fields });

/** What stands on a display that is told to keep it. */
function standing(state: ForumState, display: string): Pick<DisplayRow, 'scene' | 'question'> {
  const row = state.displays.get(display);
  const scene = row?.shows === 'scene' ? row.scene : state.scene.value.kind;
  // The other layouts show the question on the floor whatever the scene of the big screen is.
  const asked = scene === 'question' || scene === 'deflection' || layoutOf(display) !== 'main';
  const current = state.questions.get(asked ? (state.currentQuestion.value ?? '') : '');
  return { scene, question: current?.number ?? null };
}

/** What came out of a poll, or a part of it, is not for everyone any more. */
const ofPoll = (state: ForumState, { shown }: { readonly shown: boolean }, at: Instant): void => {
  if (!shown) endStillsOfPolls(state, at);
};

/** Runs after the rooms below have taken in the same entry. */
export const evolveDisplays: Evolves = {
  displayRenamed: (state, { data: { display, name } }) => change(state, display, { name }),
  displayIdentified: (state, { data: { display }, at }) =>
    change(state, display, { identified: at }),
  displayAssigned: (state, { data: { display, shows, scene }, seq, at }) => {
    const kept = shows === 'still' ? standing(state, display) : null;
    change(state, display, {
      ...{ shows, scene: kept?.scene ?? scene, question: kept?.question ?? null },
      ...{ told: seq, since: at },
    });
  },
  displayForgotten: (state, { data: { display } }) => state.displays.remove(display),
  questionMasked: (state, { data, at }) => endStillsOfQuestion(state, data.question, at),
  questionEdited: (state, { data, at }) => endStillsOfQuestion(state, data.question, at),
  statementDeclined: (state, { at }) => endStillsOfStatements(state, at),
  statementWithdrawn: (state, { at }) => endStillsOfStatements(state, at),
  pollShownSet: (state, { data, at }) => ofPoll(state, data, at),
  pollTextJudged: (state, { data, at }) => ofPoll(state, data, at),
  cloudWordSet: (state, { data, at }) => ofPoll(state, data, at),
};
