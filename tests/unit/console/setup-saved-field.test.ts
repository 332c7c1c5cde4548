import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { minutes } from '@wenzheng/shared/time/instant';
import type { Ack } from '@wenzheng/shared/wire/protocol';
import { linesText, minutesText, wordsText } from '../../../console/src/screens/agenda/field-texts';
import { SavedField } from '../../../console/src/screens/agenda/saved-field.svelte';

const REFUSED: Ack = { ok: false, code: 'malformed', field: 'title', problem: 'too_long' };

/** A field over a hub that takes in what it is sent, unless told to refuse. */
function atHub(first: string, draft = { text: '' }) {
  const hub = {
    holds: first,
    sent: [] as string[],
    answer: { ok: true } as Ack,
    wait: Promise.resolve(),
  };
  const field = new SavedField<string>({
    stored: () => hub.holds,
    texts: wordsText,
    save: async (text) => {
      hub.sent.push(text);
      await hub.wait;
      if (hub.answer.ok) hub.holds = text;
      return hub.answer;
    },
    draft,
  });
  return { hub, field, draft };
}

describe('a field that saves by itself', () => {
  it('follows the hub while nobody is in it', () => {
    const { hub, field } = atHub('old');
    hub.holds = 'new';
    expect(field.text).toBe('new');
    expect(field.others).toBeNull();
  });

  it('saves on leaving, cleaned, and says so for a while', async () => {
    vi.useFakeTimers();
    try {
      const { hub, field, draft } = atHub('old');
      field.enter();
      field.type('  new  ');
      expect(draft.text).toBe('  new  ');
      await field.leave();
      expect(hub.sent).toEqual(['new']);
      expect(field.text).toBe('new');
      expect(field.mark).toBe('saved');
      expect(draft.text).toBe('');
      vi.advanceTimersByTime(3_000);
      expect(field.mark).toBe('none');
    } finally {
      vi.useRealTimers();
    }
  });

  it('sends nothing when nothing was changed', async () => {
    const { hub, field } = atHub('old');
    field.enter();
    await field.leave();
    field.enter();
    field.type('old ');
    await field.leave();
    expect(hub.sent).toEqual([]);
    expect(field.text).toBe('old');
  });

  it('keeps what the hub refused, with the reason, until it is saved or given up', async () => {
    const { hub, field, draft } = atHub('old');
    hub.answer = REFUSED;
    field.enter();
    field.type('far too long');
    await field.leave();
    expect(field.text).toBe('far too long');
    expect(field.problem).not.toBeNull();
    expect(draft.text).toBe('far too long');

    hub.answer = { ok: true };
    await field.save();
    expect(hub.holds).toBe('far too long');
    expect(field.problem).toBeNull();
  });

  it('goes back to what the hub holds when given up', async () => {
    const { hub, field, draft } = atHub('old');
    hub.answer = REFUSED;
    field.enter();
    field.type('wrong');
    await field.leave();
    field.giveUp();
    expect(field.text).toBe('old');
    expect(field.problem).toBeNull();
    expect(draft.text).toBe('');
  });

  it('does not lose what is typed when somebody else changes the same, and shows theirs', async () => {
    const { hub, field } = atHub('old');
    field.enter();
    field.type('mine');
    hub.holds = 'theirs';
    expect(field.text).toBe('mine');
    expect(field.others).toBe('theirs');
    await field.leave();
    expect(hub.holds).toBe('mine');
    expect(field.others).toBeNull();
  });

  it('does not put back an old text because somebody only looked at it', async () => {
    const { hub, field } = atHub('old');
    field.enter();
    hub.holds = 'theirs';
    expect(field.text).toBe('old');
    expect(field.others).toBe('theirs');
    await field.leave();
    expect(hub.sent).toEqual([]);
    expect(field.text).toBe('theirs');
  });

  it('sends nothing while somebody is at its own buttons, and drops the words if they say so', async () => {
    const { hub, field, draft } = atHub('old');
    field.enter();
    field.type('mine');
    hub.holds = 'theirs';
    field.turnToButtons();
    expect([field.text, field.others]).toEqual(['mine', 'theirs']);
    field.giveUp();
    hub.holds = 'theirs, later';
    expect([hub.sent, field.text, draft.text]).toEqual([[], 'theirs, later', '']);
  });

  it('follows an undo after it has saved', async () => {
    const { hub, field } = atHub('old');
    field.enter();
    field.type('new');
    await field.leave();
    hub.holds = 'old';
    expect(field.text).toBe('old');
  });

  it('sends what was typed while the hub was still answering', async () => {
    const { hub, field } = atHub('old');
    let answer = (): void => undefined;
    hub.wait = new Promise<void>((resolve) => (answer = resolve));
    field.enter();
    field.type('first');
    const saving = field.save();
    field.type('first and second');
    void field.leave();
    expect(hub.sent).toEqual(['first']);
    answer();
    await saving;
    expect(hub.sent).toEqual(['first', 'first and second']);
    expect(field.text).toBe('first and second');
  });

  it('brings back what a reload found unsaved', async () => {
    const { hub, field } = atHub('old', { text: 'left over' });
    flushSync();
    expect(field.text).toBe('left over');
    expect(field.problem).not.toBeNull();
    await field.save();
    expect(hub.holds).toBe('left over');
  });

  it('says what it cannot read, and sends nothing', async () => {
    const save = vi.fn(() => Promise.resolve<Ack>({ ok: true }));
    const field = new SavedField({
      stored: () => minutes(5),
      texts: { write: () => '5', read: () => minutesText.read('soon') },
      save,
      draft: { text: '' },
    });
    field.enter();
    field.type('soon');
    await field.leave();
    expect(field.problem).not.toBeNull();
    expect(field.text).toBe('soon');
    expect(save).not.toHaveBeenCalled();
  });

  it('names the line that the hub found wrong', async () => {
    const field = new SavedField<readonly string[]>({
      stored: () => [],
      texts: linesText,
      save: () =>
        Promise.resolve({ ok: false, code: 'malformed', field: '3', problem: 'too_long' }),
      draft: { text: '' },
    });
    field.enter();
    field.type('a\nb\nc\nd');
    await field.leave();
    expect(field.problem).toContain('4');
  });
});
