/** What happens to entries that a later hub has written. */
import { replay } from '@wenzheng/server/src/engine/evolve';
import { emptyState } from '@wenzheng/server/src/engine/state';
import { decodeEntry, encodeEntry, type Entry } from '@wenzheng/server/src/journal/entry';
import { JournalTooNew } from '@wenzheng/server/src/journal/port';
import { startError } from '@wenzheng/server/src/journal/start-error';
import { expect, test } from 'vitest';
import { forumMade, numbered } from '../../../support/given';

const [made] = numbered([forumMade]);
const later = { ...made, type: 'voteByPigeon' } as unknown as Entry;

test('an entry of a kind that this hub does not know ends the reading, and the start', () => {
  expect(() => replay(emptyState(), [later])).toThrow(JournalTooNew);
  const told = startError(new JournalTooNew('later'), 'file');
  expect(told).toMatchObject({ code: 'data_too_new' });
});

test('so does one of another form', () => {
  const bytes = encodeEntry(later).replace('"v":1', '"v":2');
  expect(() => decodeEntry(bytes)).toThrow(JournalTooNew);
});
