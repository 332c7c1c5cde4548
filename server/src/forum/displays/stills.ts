/** Words that are covered or turned away must not go on standing: a display that may have kept them follows again. */
import type { SceneKind } from '@wenzheng/shared/forum/scenes';
import type { Instant } from '@wenzheng/shared/time/instant';
import type { ForumState } from '../../engine/state';
import type { DisplayRow } from './state';

function endStills(state: ForumState, at: Instant, mayShow: (row: DisplayRow) => boolean): void {
  for (const [display, row] of state.displays.entries())
    if (row.shows === 'still' && mayShow(row))
      state.displays.put(display, {
        ...row,
        ...{ shows: 'follow', scene: null, question: null, since: at },
      });
}

/** `question`: its id. */
export function endStillsOfQuestion(state: ForumState, question: string, at: Instant): void {
  const number = state.questions.get(question)?.number;
  endStills(state, at, (row) => row.scene === 'results' || row.question === number);
}

const WITH_STATEMENTS: ReadonlySet<SceneKind | null> = new Set<SceneKind>([
  'opinions',
  'opinion_map',
  'results',
]);
export const endStillsOfStatements = (state: ForumState, at: Instant): void =>
  endStills(state, at, ({ scene }) => WITH_STATEMENTS.has(scene));

export const endStillsOfPolls = (state: ForumState, at: Instant): void =>
  endStills(state, at, ({ scene }) => scene === 'poll');

interface Words {
  /** What everyone may read of a row, in a form that changes with it; nothing while nobody may. */
  shown(state: ForumState, key: string): string | boolean | undefined;
  end(state: ForumState, key: string, at: Instant): void;
}
const ofPolls: Words['end'] = (state, _, at) => endStillsOfPolls(state, at);
/** By table. */
const WORDS: Readonly<Record<string, Words>> = {
  questions: {
    shown: ({ questions }, key) => {
      const row = questions.get(key);
      return row && `${row.text.id} ${row.unmasked}`;
    },
    end: endStillsOfQuestion,
  },
  statements: {
    shown: ({ statements }, key) => statements.get(key)?.state === 'approved',
    end: (state, _, at) => endStillsOfStatements(state, at),
  },
  polls: { shown: ({ polls }, key) => polls.get(key)?.shown, end: ofPolls },
  pollTexts: {
    shown: ({ pollTexts }, key) => pollTexts.get(key)?.state === 'approved',
    end: ofPolls,
  },
  cloudRulings: { shown: ({ cloudRulings }, key) => cloudRulings.get(key)?.shown, end: ofPolls },
};

/**
 * For undo, before it puts `rows` back: what ends the stills, once it has, on which words may stand that are covered or
 * taken off by that.
 */
export function stillsGivenUp(
  state: ForumState,
  rows: readonly { readonly table: string; readonly key: string }[],
): (at: Instant) => void {
  const read = rows.map(({ table, key }) => WORDS[table]?.shown(state, key));
  return (at) =>
    rows.forEach(({ table, key }, place) => {
      const [words, before] = [WORDS[table], read[place]];
      if (words && before && words.shown(state, key) !== before) words.end(state, key, at);
    });
}
