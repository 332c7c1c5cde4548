/** What people do with slips: hand them out, drop them into boxes, enter them well or badly, and look for the rest. */
import { CHECK_MODES, type DeskSlip, type SlipsView } from '@wenzheng/shared/forum/slips';
import { VOID_REASONS, WITHDRAWAL_REASONS } from '@wenzheng/shared/forum/slips';
import { serialOf } from '@wenzheng/shared/forum/slip-serial';
import type { Dice } from '../../support/dice';
import { oneOf, type Acting, type Choice } from './choice';

const BATCH = 'BOX';
const MOST_SLIPS = 40;

/** A slip of the pile, at times one that was never printed. */
const serialIn = ({ total }: SlipsView, dice: Dice): string =>
  serialOf({ batch: BATCH, number: dice.below(total.printed + (dice.chance(0.05) ? 3 : 0)) + 1 });

function run({ total }: SlipsView, dice: Dice) {
  const first = dice.below(total.printed) + 1;
  return { batch: BATCH, first, last: Math.min(total.printed, first + dice.below(8)) };
}

const originOf = (slips: SlipsView, { dice }: Acting) => {
  const serial = serialIn(slips, dice);
  const [box] = dice.chance(0.7) ? oneOf(dice, slips.boxes) : [];
  return { serial, box: box?.id ?? null, late: !box && dice.chance(0.2) };
};

/** Nobody has slips to work with before some were printed. */
export const slipChoices = (
  slips: SlipsView,
  desk: Readonly<Record<string, DeskSlip>>,
  acting: Acting,
): Choice[] =>
  slips.total.printed === 0
    ? []
    : [
        ...handChoices(slips, acting),
        ...boxChoices(slips, acting),
        ...entryChoices(Object.values(desk), acting),
      ];

function handChoices(slips: SlipsView, acting: Acting): Choice[] {
  const { dice, words } = acting;
  const text = words.say('question');
  const name = dice.chance(0.5) ? words.say('name') : null;
  return [
    [1.5, { type: 'enterSlip', ...originOf(slips, acting), text, name, further: dice.chance(0.2) }],
    [0.4, { type: 'voidSlip', ...originOf(slips, acting), reason: dice.pick(VOID_REASONS) }],
    [
      0.3,
      {
        type: 'markIllegible',
        ...originOf(slips, acting),
        step: dice.chance(0.5) ? 'marked' : 'asked',
      },
    ],
    [0.4, { type: 'putSlipPhoto', serial: serialIn(slips, dice) }],
    [0.2, { type: 'removeSlipPhoto', serial: serialIn(slips, dice) }],
    [0.6, { type: 'issueSlips', ...run(slips, dice), on: dice.chance(0.8) }],
  ];
}

function boxChoices(slips: SlipsView, { dice, words }: Acting): Choice[] {
  const counts = [{ batch: BATCH, count: dice.below(10) }];
  return [
    [0.3, { type: 'sealBox', seal: `SEAL-${dice.below(5)}` }],
    ...oneOf(dice, slips.boxes).flatMap(({ id: box }): Choice[] => [
      [0.4, { type: 'openBox', box, by: words.say('name'), counts }],
      [0.3, { type: 'countBox', box, counts }],
    ]),
  ];
}

function entryChoices(desk: readonly DeskSlip[], { dice, words }: Acting): Choice[] {
  return oneOf(dice, desk).flatMap(({ serial, entries }) =>
    oneOf(dice, entries).flatMap(({ question, revision: from }): Choice[] => [
      [0.8, { type: 'checkEntry', serial, question, from }],
      [0.3, { type: 'correctEntry', serial, question, text: words.say('question'), from }],
      [0.4, { type: 'withdrawEntry', serial, question, reason: dice.pick(WITHDRAWAL_REASONS) }],
    ]),
  );
}

/** The host has slips printed, and at the end says why some are not accounted for. */
export function paperChoices(slips: SlipsView, { dice, words, late }: Acting): Choice[] {
  const { total, named, check } = slips;
  const { out, excess, missing, toEnter, surplus } = total;
  const difference = { out, excess, missing, toEnter, surplus };
  const open = !named?.holds && Object.values(difference).some((count) => count > 0);
  const why = words.say('name');
  return [
    ...(total.printed < MOST_SLIPS
      ? [[0.8, { type: 'printSlips', batch: BATCH, count: dice.below(12) + 1 }] as const]
      : []),
    [0.1, { type: 'setSlipCheck', check: dice.pick(CHECK_MODES.filter((each) => each !== check)) }],
    ...(total.printed > 0
      ? [[0.3, { type: 'declareMissing', ...run(slips, dice), on: dice.chance(0.7) }] as const]
      : []),
    ...(open ? [[late() ? 6 : 0.2, { type: 'nameDifference', difference, why }] as const] : []),
  ];
}
