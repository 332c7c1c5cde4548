/** The equations of the paper box, as they are read out. */
import type { SlipDifference, SlipsView, SlipSums } from '@wenzheng/shared/forum/slips';
import { m } from '@wenzheng/shared/paraglide/messages.js';

export interface Term {
  readonly name: string;
  readonly count: number;
  /** It stands in the way of adding up, unless it is 0. */
  readonly open: boolean;
}
export interface Equation {
  readonly left: readonly Term[];
  readonly right: readonly Term[];
}

export const differenceOf = (sums: SlipDifference): SlipDifference => ({
  out: sums.out,
  excess: sums.excess,
  missing: sums.missing,
  toEnter: sums.toEnter,
  surplus: sums.surplus,
});

export const openIn = (sums: SlipDifference): number =>
  Object.values(differenceOf(sums)).reduce((all, each) => all + each, 0);

/** Slips not accounted for; 0 once the host has named the difference. */
export const openDifference = ({ total, named }: SlipsView): number =>
  named?.holds ? 0 : openIn(total);

const term = (name: string, count: number, open = false): Term => ({ name, count, open });
/** Left out while it is nothing: it only stands there when something is amiss. */
const amiss = (name: string, count: number): Term[] => (count > 0 ? [term(name, count, true)] : []);

export const equationsOf = (sums: SlipSums): Equation[] => [
  {
    left: [term(m.slips_sum_printed(), sums.printed)],
    right: [term(m.slips_sum_unissued(), sums.unissued), term(m.slips_sum_issued(), sums.issued)],
  },
  {
    left: [term(m.slips_sum_issued(), sums.issued), ...amiss(m.slips_sum_excess(), sums.excess)],
    right: [
      term(m.slips_sum_returned(), sums.returned),
      term(m.slips_sum_missing(), sums.missing, true),
      ...amiss(m.slips_sum_out(), sums.out),
    ],
  },
  {
    left: [
      term(m.slips_sum_returned(), sums.returned),
      ...amiss(m.slips_sum_surplus(), sums.surplus),
    ],
    right: [
      term(m.slips_sum_entered(), sums.entered),
      term(m.slips_sum_void(), sums.void),
      ...amiss(m.slips_sum_to_enter(), sums.toEnter),
    ],
  },
];
