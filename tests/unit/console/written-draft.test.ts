import { instant } from '@wenzheng/shared/time/instant';
import { beforeEach, describe, expect, it } from 'vitest';
import { Draft, sweepDrafts } from '../../../console/src/draft.svelte';
import {
  WrittenDraft,
  type Subject,
} from '../../../console/src/screens/questions/written-draft.svelte';

const MAY = { text: 'mended by May', commitment: null };
const JUNE = { text: 'mended by June', commitment: null };

let hub: Subject;
const open = (): WrittenDraft =>
  new WrittenDraft('notes.1', {
    ...{ forum: 'f1', subject: () => hub, suggested: () => 'works' },
    time: { now: () => instant(0) } as never,
  });
const kept = (): string => new Draft('f1', 'notes.1').text;

beforeEach(() => {
  sweepDrafts('f1', () => true);
  hub = { revision: 3, stands: MAY };
});

describe('what is put right', () => {
  it('begins with what stands there, and replaces that', () => {
    const draft = open();
    expect([draft.text.text, draft.from, draft.isOvertaken]).toEqual([MAY.text, 3, false]);
  });

  it('is kept when another desk was quicker, and replaces what that wrote once it was read', () => {
    const draft = open();
    draft.text.text = 'mended by July';
    hub = { revision: 8, stands: JUNE };
    expect([draft.isOvertaken, draft.text.text]).toEqual([true, 'mended by July']);
    const again = open();
    expect([again.isOvertaken, again.text.text]).toEqual([true, 'mended by July']);
    again.goOn();
    expect([again.isOvertaken, again.text.text, again.from]).toEqual([false, 'mended by July', 8]);
    expect(open().isOvertaken).toBe(false);
  });

  it('is kept when it was the first to be begun, and another was written down first', () => {
    hub = { revision: 2, stands: null };
    const first = open();
    expect([first.from, first.isOvertaken]).toEqual([2, false]);
    first.text.text = 'by July, says the office';
    hub = { revision: 3, stands: MAY };
    first.leave();
    const draft = open();
    expect([draft.text.text, draft.isOvertaken]).toEqual(['by July, says the office', true]);
  });

  it('is overtaken by nobody when what stands there are these words', () => {
    open().text.text = ' mended by June ';
    hub = { revision: 8, stands: JUNE };
    const draft = open();
    expect([draft.isOvertaken, draft.from]).toEqual([false, 8]);
  });

  it('can be given up for what stands there', () => {
    open().text.text = 'mended by July';
    hub = { revision: 8, stands: JUNE };
    open().discard();
    const draft = open();
    expect([draft.text.text, draft.isOvertaken]).toEqual([JUNE.text, false]);
  });

  it('leaves nothing behind if nothing was changed, and everything if something was', () => {
    open().leave();
    expect(kept()).toBe('');
    const draft = open();
    draft.text.text = 'mended by July';
    draft.leave();
    open().leave();
    expect(kept()).toBe('mended by July');
  });
});
