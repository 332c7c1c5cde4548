import type { CommandInput } from '@wenzheng/shared/forum/commands';
import type { Ack } from '@wenzheng/shared/wire/protocol';
import { describe, expect, test } from 'vitest';
import { CodeEntry } from '../../../../audience/src/kiosk/code-entry.svelte';
import { Voting } from '../../../../audience/src/kiosk/voting.svelte';

const STUB = '222-222';

function open(acks: readonly Ack[] = []) {
  const sent: CommandInput[] = [];
  const answers = [...acks];
  const live = {
    submit: async (command: CommandInput): Promise<Ack> => {
      sent.push(command);
      return answers.shift() ?? { ok: true };
    },
  };
  const entry = new CodeEntry('f1', async () => ({ kind: 'known', supports: [], own: null }));
  return { voting: new Voting(live, entry), entry, sent };
}

describe('a vote at the kiosk', () => {
  test('is cast with the code, counts, and can be cast again', async () => {
    const { voting, sent } = open();
    expect(await voting.cast('p', { choices: [1] })).toBe(false);
    await voting.enter(STUB, 'hall');
    const cast = voting.cast('p', { choices: [1] });
    expect([voting.isSending('p'), voting.own('p')]).toEqual([true, { choices: [1] }]);
    expect(await voting.cast('p', { choices: [0] })).toBe(false);
    expect(await cast).toBe(true);
    expect([voting.isCounted('p'), voting.isCounted('q'), voting.own('q')]).toEqual([
      true,
      false,
      null,
    ]);
    voting.again();
    expect([voting.isCounted('p'), voting.own('p')]).toEqual([false, { choices: [1] }]);
    await voting.cast('p', { choices: [0] });
    expect(sent).toEqual([
      { type: 'castBallotByCode', poll: 'p', code: STUB, ballot: { choices: [1] } },
      { type: 'castBallotByCode', poll: 'p', code: STUB, ballot: { choices: [0] } },
    ]);
  });

  test('with a stub is none where only tickets vote', async () => {
    const { voting, entry } = open();
    await voting.enter(STUB, 'tickets');
    expect(entry.code).toBeNull();
    expect(entry.problem).not.toBe('');
  });

  test('that is refused says why, and what was cast before stays', async () => {
    const { voting, entry } = open([{ ok: true }, { ok: false, code: 'polls.closed' }]);
    await voting.enter(STUB, 'anyone');
    await voting.cast('p', { choices: [1] });
    voting.again();
    expect(await voting.cast('p', { choices: [0] })).toBe(false);
    expect(voting.own('p')).toEqual({ choices: [1] });
    expect(entry.problem).not.toBe('');
  });
});
