/** Whatever people may do with the slips of a small paper box, possible or not. */
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { CHECK_MODES, VOID_REASONS, WITHDRAWAL_REASONS } from '@wenzheng/shared/forum/slips';
import fc from 'fast-check';

const of = <T extends CommandInput['type']>(type: T) => fc.constant(type);
const batch = fc.constantFrom('A', 'A', 'B');
const number = fc.integer({ min: 1, max: 8 });
const serial = fc.tuple(batch, number).map(([letter, each]) => `${letter}-${each}`);
const box = fc.constantFrom(null, '1', '2');
const origin = { serial, box, late: fc.boolean() };
const question = fc.integer({ min: 1, max: 8 }).map(String);
const from = fc.integer({ min: 2, max: 20 });
const words = fc.constantFrom('自来水', '路灯 ?', 'why');
const counts = fc.uniqueArray(fc.record({ batch, count: fc.integer({ min: 0, max: 6 }) }), {
  selector: (each) => each.batch,
  maxLength: 2,
});
const run = { batch, first: number, last: number, on: fc.boolean() };
const few = fc.integer({ min: 0, max: 3 });

export const slipCommand: fc.Arbitrary<CommandInput> = fc.oneof(
  fc.record({ type: of('printSlips'), batch, count: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ type: of('issueSlips'), ...run }),
  fc.record({ type: of('declareMissing'), ...run }),
  fc.record({ type: of('sealBox'), seal: fc.constantFrom('S-1', 'S-2') }),
  fc.record({ type: of('openBox'), box: fc.constantFrom('1', '2'), by: words, counts }),
  fc.record({ type: of('countBox'), box: fc.constantFrom('1', '2'), counts }),
  fc.record({
    ...{ type: of('enterSlip'), ...origin, text: words },
    ...{ name: fc.constant(null), further: fc.boolean() },
  }),
  fc.record({ type: of('voidSlip'), ...origin, reason: fc.constantFrom(...VOID_REASONS) }),
  fc.record({ type: of('markIllegible'), ...origin, step: fc.constantFrom('marked', 'asked') }),
  fc.record({ type: of('putSlipPhoto'), serial }),
  fc.record({ type: of('removeSlipPhoto'), serial }),
  fc.record({ type: of('checkEntry'), serial, question, from }),
  fc.record({ type: of('correctEntry'), serial, question, text: words, from }),
  fc.record({
    ...{ type: of('withdrawEntry'), serial, question },
    reason: fc.constantFrom(...WITHDRAWAL_REASONS),
  }),
  fc.record({ type: of('setSlipCheck'), check: fc.constantFrom(...CHECK_MODES) }),
  fc.record({
    ...{ type: of('nameDifference'), why: words },
    difference: fc.record({ out: few, excess: few, missing: few, toEnter: few, surplus: few }),
  }),
  fc.record({
    ...{ type: of('logQuestion'), source: fc.constant('paper' as const), serial },
    ...{ text: words, name: fc.constant(null), department: fc.constant(null) },
  }),
  fc.record({ type: of('undo'), entry: from }),
);
