import { commitmentOf, makeWords } from '@wenzheng/server/src/engine/word-store';
import { decodeEntry, encodeEntry, type Entry } from '@wenzheng/server/src/journal/entry';
import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  done,
  forumMade,
  itemStarted,
  moment,
  numbered,
  queued,
  talkStarted,
} from '../../../support/given';

const vote: Entry = {
  ...{ v: 1, forum: 'f1', seq: 7, first: 7, at: moment(1), actor: null, command: null },
  type: 'questionSupported',
  data: { voter: 'Zm9v-_"\\', question: '3', on: true, counter: 12 },
};

const answer = (given: 'pass' | null): Entry => ({
  ...{ v: 1, forum: 'f1', seq: 8, first: 8, at: moment(2), actor: null, command: null },
  type: 'statementAnswered',
  data: { voter: 'Zm9v-_"\\', statement: '4', answer: given, counter: 13 },
});

const rating = (stream: object): Entry => ({
  ...{ v: 1, forum: 'f1', seq: 9, first: 9, at: moment(3), actor: null, command: null },
  type: 'answerRated',
  data: { voter: 'Zm9v-_"\\', answer: 'q4', face: 'partly', counter: 14, ...stream },
});

const unclear: Entry = {
  ...{ v: 1, forum: 'f1', seq: 10, first: 10, at: moment(4), actor: null, command: null },
  type: 'unclearMarked',
  data: { voter: 'Zm9v-_"\\', turn: 3, counter: 15 },
};

describe('the bytes of an entry', () => {
  test('are canonical: keys in order, no space', () => {
    expect(encodeEntry(vote)).toBe(
      '{"actor":null,"at":1799978401000,"command":null,"data":{"counter":12,"on":true,"question":"3",' +
        '"voter":"Zm9v-_\\"\\\\"},"first":7,"forum":"f1","seq":7,"type":"questionSupported","v":1}',
    );
  });

  const story = [forumMade, itemStarted(1, 'policy_talk'), talkStarted(2), ...queued(1)];
  const noted = done(9, 'showScene', { type: 'commandNoted', data: {} });
  test.each([
    vote,
    answer('pass'),
    answer(null),
    rating({}),
    rating({ hall: true, stream: 's' }),
    unclear,
    ...numbered([...story, noted]),
  ])('$type are those of RFC 8785, and read back the same', (entry) => {
    expect(encodeEntry(entry)).toBe(canonicalize(entry));
    expect(decodeEntry(encodeEntry(entry))).toEqual(entry);
  });

  test('of another version are not read', () => {
    expect(() => decodeEntry('{"v":2}')).toThrow(/version 2/);
  });
});

describe('the words of a person', () => {
  const random = { bytes: (length: number) => new Uint8Array(length).fill(7) };
  test('are referred to by a salted commitment', () => {
    const { kept, ref } = makeWords('路灯', random);
    expect(kept.salt).toHaveLength(16);
    const hash = createHash('sha256').update(
      Buffer.from([...kept.salt, ...Buffer.from('路灯', 'utf8')]),
    );
    expect(ref).toEqual({ id: kept.id, commitment: hash.digest('base64url') });
    expect(commitmentOf(kept.salt, '路灯')).toBe(ref.commitment);
  });
});
