import { beforeEach, describe, expect, it } from 'vitest';
import { Draft, sweepDrafts } from '../../../console/src/draft.svelte';

const textOf = (forum: string, name: string): string => new Draft(forum, name).text;
const write = (forum: string, name: string, text: string): Draft => {
  const draft = new Draft(forum, name);
  draft.text = text;
  return draft;
};

describe('a draft', () => {
  beforeEach(() => {
    for (const forum of ['spring', 'autumn']) sweepDrafts(forum, () => true);
  });

  it('belongs to one forum, for ids begin anew in each', () => {
    write('spring', 'notes.1', 'of spring');
    write('autumn', 'notes.1', 'of autumn');
    expect(textOf('spring', 'notes.1')).toBe('of spring');
    expect(textOf('autumn', 'notes.1')).toBe('of autumn');
  });

  it('is forgotten as it was sent, but not when something else was written since', () => {
    const draft = write('spring', 'notes.1', 'sent');
    draft.forget('sent');
    expect([draft.text, textOf('spring', 'notes.1')]).toEqual(['', '']);
    draft.text = 'sent';
    write('spring', 'notes.1', 'sent, and more');
    draft.forget('sent');
    expect(textOf('spring', 'notes.1')).toBe('sent, and more');
  });

  it('is swept with those of its forum that are gone, and with no other', () => {
    write('spring', 'notes.1', 'a');
    write('spring', 'notes.2', 'b');
    write('autumn', 'notes.1', 'c');
    sweepDrafts('spring', (name) => name === 'notes.1');
    expect(textOf('spring', 'notes.1')).toBe('');
    expect(textOf('spring', 'notes.2')).toBe('b');
    expect(textOf('autumn', 'notes.1')).toBe('c');
  });
});
