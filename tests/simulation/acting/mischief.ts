/** What nobody's page would send: malformed frames, commands of other roles, other people's ids. */
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import type { Dice } from '../../support/dice';
import type { Page } from '../people';

const FORBIDDEN: readonly CommandInput[] = [
  { type: 'startAgendaItem', item: 'qa', from: null },
  { type: 'endTurn', turn: 2 },
  { type: 'undo', entry: 2 },
  { type: 'screenQuestion', question: '1', department: null },
  { type: 'askQuestion', text: 'staff do not ask', name: null, department: null },
  { type: 'supportQuestion', question: '1', on: true },
  { type: 'showScene', scene: 'thanks' },
  { type: 'closeForum' },
  { type: 'editForum', fields: { title: 'ours now' } },
  { type: 'answerStatement', statement: '1', answer: 'agree' },
  { type: 'rateAnswer', answer: 'q1', face: 'satisfied' },
  { type: 'castBallot', poll: 'p1', ballot: { choices: [0] } },
  { type: 'submitStatement', text: 'staff do not submit' },
  { type: 'addStatement', text: 'phones do not add' },
];

const framed = (id: unknown, command: unknown): unknown => ({ id, command });
const MALFORMED: readonly unknown[] = [
  null,
  7,
  'command',
  [],
  {},
  framed(['x', 1], null),
  framed(['x', 0], { type: 'endTurn', turn: 1 }),
  framed(['x y', 1], { type: 'endTurn', turn: 1 }),
  framed(['x', 1], { type: 'openTheVault' }),
  framed(['x', 1], { type: '__proto__' }),
  framed(['x', 1], { type: 'endTurn', turn: '1' }),
  framed(['x', 1], { type: 'endTurn', turn: 1, force: true }),
  framed(['x', 1], { type: 'askQuestion', text: '\u200b\u202e', name: null, department: null }),
  framed(['x', 1], {
    type: 'askQuestion',
    text: '😀'.repeat(10_000),
    name: null,
    department: null,
  }),
  framed(['x', 1], { type: 'submitStatement', text: '字'.repeat(121) }),
  framed(['x', 1], { type: 'answerStatement', statement: '1', answer: 'perhaps' }),
  framed(['x', 1], { type: 'rateAnswer', answer: 'q1', face: 'angry' }),
  framed(['x', 1], {
    type: 'recordOutcome',
    exchange: '1',
    outcome: { kind: 'committed', summary: 'a promise of nothing', commitment: null },
    from: 0,
  }),
  framed(['x', 2 ** 41], { type: 'supportQuestion', question: '1', on: true }),
  { id: ['x', 1], command: { type: 'endTurn', turn: 1 }, role: 'admin' },
];

/** Sends one thing that must have no effect, or none but its sender's. */
export function misbehave(page: Page, everybody: readonly Page[], dice: Dice): void {
  const instance = `${page.device.identity.actor}-raw`;
  if (dice.chance(0.5)) page.sendRaw(dice.pick(MALFORMED));
  else if (dice.chance(0.6))
    page.sendRaw(framed([instance, dice.below(99) + 1], dice.pick(FORBIDDEN)));
  else {
    // Somebody else's id, as if to fetch the answer that they were given.
    const { actor } = dice.pick(everybody).device.identity;
    const command = { type: 'askQuestion', text: 'mine?', name: null, department: null };
    page.sendRaw(framed([`${actor}-page-1`, dice.below(3) + 1], command));
  }
}
