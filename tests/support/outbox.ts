/** An outbox with a connection that the test answers for, and what it sends. */
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { Outbox, type OutboxStorage } from '@wenzheng/shared/live/outbox';
import { memoryStorage } from '@wenzheng/shared/live/storage';
import type { Ack, CommandFrame } from '@wenzheng/shared/wire/protocol';

export const ask = (text: string): CommandInput => ({
  type: 'askQuestion',
  text,
  name: null,
  department: null,
});
export const vote = (question: string, on = true): CommandInput => ({
  type: 'supportQuestion',
  question,
  on,
});
export const answer = (statement: string): CommandInput => ({
  type: 'answerStatement',
  statement,
  answer: 'agree',
});
export const OK: Ack = { ok: true };

export function outbox(storage: OutboxStorage = memoryStorage(), instance = 'page-1') {
  const wire: { frame: CommandFrame; answer: (ack: Ack) => void }[] = [];
  const timers: { ms: number; run: () => void }[] = [];
  const answered: [string, Ack][] = [];
  const connection = { up: true };
  const clock = { now: 0 };
  /** The forum that is connected, and as whom. */
  const at: { forum: string; actor: string | null } = { forum: 'f', actor: null };
  const box = new Outbox({
    ...{ storage, instance, scope: 'audience.live' },
    forum: () => at.forum,
    actor: () => at.actor,
    local: () => clock.now,
    later: (ms, run) => void timers.push({ ms, run }),
    answered: ({ type }, ack) => void answered.push([type, ack]),
    send: (frame, answer) => {
      if (connection.up) wire.push({ frame, answer });
      return connection.up;
    },
  });
  const runTimers = (ms: number): void => {
    for (const timer of timers.splice(0)) {
      if (timer.ms === ms) timer.run();
      else timers.push(timer);
    }
  };
  const ids = (): string[] => wire.map(({ frame }) => frame.id.join('#'));
  return { box, wire, timers, answered, connection, runTimers, ids, clock, at };
}
