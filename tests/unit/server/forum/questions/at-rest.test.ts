/** What somebody asks to see while a commit is under way: nothing of it, as it may fail. */
import { settle } from '@wenzheng/server/src/engine/state';
import { trackedView } from '@wenzheng/server/src/forum/questions/index';
import { includedIn } from '@wenzheng/server/src/forum/questions/merging/view';
import type { Sight } from '@wenzheng/server/src/engine/views';
import { expect, test } from 'vitest';
import { done, given, moment, queued, type Done } from '../../../../support/given';

const declined: Done = done(30, 'declineQuestion', {
  type: 'questionDeclined',
  data: { question: '1', reason: 'abusive', note: null },
});
const merged: Done = done(30, 'mergeQuestion', {
  type: 'questionMerged',
  data: { question: '2', into: '1', since: moment(30) },
});

/** A state at rest, and views of it. */
function atRest(...history: readonly Done[]) {
  const state = given(...history);
  settle(state);
  const { questions } = state;
  const words = () => 'words';
  // Of a sight these views need no more than these.
  const sight = { state, words, masks: { text: words, name: words } } as unknown as Sight;
  const row = (id: string) => {
    const found = questions.settled(id);
    if (!found) throw new Error(`no question ${id}`);
    return found;
  };
  return { state, sight, row };
}

test('a question that is being put back into the queue is still declined', () => {
  const { state, sight, row } = atRest(...queued(1), declined);
  state.questions.put('1', { ...row('1'), state: 'queued', declined: null });
  expect(trackedView(sight, row('1'))).toMatchObject({ state: 'declined', declined: 'abusive' });
});

test('a question that is being taken out of another is still in it', () => {
  const { state, sight, row } = atRest(...queued(1, 2), merged);
  state.questions.put('2', { ...row('2'), state: 'queued', mergedInto: null });
  state.mergedFrom.remove('1');
  expect(trackedView(sight, row('2')).merged).toMatchObject({ number: 1 });
  expect(includedIn(sight, row('1'))).toMatchObject([{ number: 2 }]);
});
