/** Volunteers call for help, and hosts go; at times to what is over already. Without dice. */
import { ZONES } from '@wenzheng/shared/forum/access';
import { HELP_REASONS } from '@wenzheng/shared/forum/help';
import type { ViewOf } from '@wenzheng/shared/wire/views';
import type { Choice } from './choice';

type Sight = Pick<ViewOf<'volunteer'>['documents'], 'help' | 'upNext' | 'micNumbers'>;

export function helpChoices({ help: { calls }, upNext, micNumbers }: Sight): Choice[] {
  const turn = upNext.waiting + micNumbers.numbers.length + calls.length;
  const zone = turn % 4 === 3 ? null : (ZONES[turn % ZONES.length] ?? null);
  const where = zone === null || turn % 2 === 0 ? '东侧第三排' : null;
  const reason = HELP_REASONS[turn % HELP_REASONS.length] ?? 'other';
  const [first] = calls;
  return [
    [calls.length > 3 ? 0.02 : 0.25, { type: 'callForHelp', reason, zone, where }],
    ...(first ? [[0.2, { type: 'endHelp', call: first.number }] as const] : []),
  ];
}

export function comingChoices({ help: { calls } }: Pick<Sight, 'help'>): Choice[] {
  const call = calls.at(-1)?.number;
  if (call === undefined) return [];
  return [
    [0.6, { type: 'answerHelp', call }],
    [0.05, { type: 'answerHelp', call: call - 1 }],
    [0.6, { type: 'endHelp', call }],
  ];
}
