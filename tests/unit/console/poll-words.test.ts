import { describe, expect, it } from 'vitest';
import { POLL_KINDS } from '@wenzheng/shared/forum/choices';
import { pollInput } from '@wenzheng/shared/forum/polls';
import {
  keptWords,
  newWords,
  pollOfWords,
  presetIn,
  presetWords,
  PRESETS,
  problemsOf,
  readWords,
  withKind,
  wordsOfPoll,
  type PollWords,
} from '../../../console/src/screens/polls/poll-words';

const words = (fields: Partial<PollWords> = {}): PollWords => ({
  ...newWords(),
  text: 'More buses?',
  options: [' bus ', '', 'tram'],
  ...fields,
});

describe('the form of a poll', () => {
  it('begins with what a hall is asked most often, and with nothing asked', () => {
    expect(presetIn(newWords())).toBe('agree');
    expect(problemsOf(pollOfWords('p', newWords()))).toEqual({ text: 'empty' });
  });
  it('sends a poll of every kind that the hub takes', () => {
    for (const kind of POLL_KINDS)
      expect(pollInput.safeParse(pollOfWords('p', words({ kind, most: 2 }))).success, kind).toBe(
        true,
      );
  });
  it('leaves out what belongs to other kinds, and options without words', () => {
    const other = { most: 2, steps: 7, low: ' low ', high: 'high' };
    expect(pollOfWords('p', words({ ...other, kind: 'single' }))).toMatchObject({
      ...{ options: ['bus', 'tram'], most: null, steps: null, low: '', high: '' },
    });
    expect(pollOfWords('p', words({ ...other, kind: 'multiple' })).most).toBe(2);
    expect(pollOfWords('p', words({ ...other, kind: 'scale' }))).toMatchObject({
      ...{ options: [], most: null, steps: 7, low: 'low', high: 'high' },
    });
  });
  it('allows any number where fewer options are left than might be chosen', () => {
    expect(pollOfWords('p', words({ kind: 'multiple', most: 3 })).most).toBeNull();
  });
  it('says of each field what the hub would refuse', () => {
    const problems = (fields: Partial<PollWords>) => problemsOf(pollOfWords('p', words(fields)));
    expect(problems({})).toEqual({});
    expect(problems({ text: 'x'.repeat(81) })).toEqual({ text: 'too_long' });
    expect(problems({ options: ['a', ''] })).toEqual({ options: 'too_few' });
    expect(problems({ options: ['a', 'a'] })).toEqual({ options: 'twice' });
    expect(problems({ options: ['a', 'x'.repeat(41)] })).toEqual({ options: 'too_long' });
    expect(problems({ kind: 'scale', high: 'x'.repeat(13) })).toEqual({ high: 'too_long' });
  });
  it('shows what the hub holds, and nothing of it is changed by that', () => {
    for (const kind of POLL_KINDS) {
      const poll = pollOfWords('p', words({ kind, low: 'low', who: 'hall', live: true }));
      expect(pollOfWords('p', wordsOfPoll(poll)), kind).toEqual(poll);
    }
  });
});

describe('a preset', () => {
  it('leaves what is asked, and of whom, as it was', () => {
    for (const preset of PRESETS) {
      const filled = { ...words({ who: 'hall' }), ...presetWords(preset) };
      expect(filled).toMatchObject({ text: 'More buses?', who: 'hall' });
      expect(presetIn(filled)).toBe(preset);
    }
    expect(presetIn(words())).toBeNull();
  });
  it('gives way to own options once several things can be chosen among', () => {
    const agree = words(presetWords('agree'));
    expect(withKind(agree, 'ranking').options).toEqual(['', '']);
    expect(withKind(agree, 'scale').options).toEqual(agree.options);
    expect(withKind(words(), 'ranking').options).toEqual(words().options);
  });
});

describe('what a browser kept of a form', () => {
  it('is read again as it was', () => {
    expect(readWords(keptWords(words()))).toEqual(words());
  });
  it('is nothing where something else was kept', () => {
    expect(['', '{', '"x"', '{"kind":"single"}'].map(readWords)).toEqual([null, null, null, null]);
  });
});
