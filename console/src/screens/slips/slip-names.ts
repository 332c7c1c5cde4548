/** Words for slips: their states, why they are void or were taken back, and runs of their numbers. */
import { serialOf } from '@wenzheng/shared/forum/slip-serial';
import {
  VOID_REASONS,
  WITHDRAWAL_REASONS,
  type CheckMode,
  type IllegibleStep,
  type SerialRun,
  type SlipState,
  type VoidReason,
  type WithdrawalReason,
} from '@wenzheng/shared/forum/slips';
import { m } from '@wenzheng/shared/paraglide/messages.js';

const STATES: Readonly<Record<SlipState, () => string>> = {
  printed: m.slips_state_printed,
  issued: m.slips_state_issued,
  returned: m.slips_state_returned,
  entered: m.slips_state_entered,
  void: m.slips_state_void,
  missing: m.slips_state_missing,
};
const VOIDS: Readonly<Record<VoidReason, () => string>> = {
  blank: m.slips_void_blank,
  spoiled: m.slips_void_spoiled,
  unreadable: m.slips_void_unreadable,
  taken_back: m.slips_void_taken_back,
};
const WITHDRAWALS: Readonly<Record<WithdrawalReason, () => string>> = {
  wrong_serial: m.slips_withdraw_wrong_serial,
  wrong_words: m.slips_withdraw_wrong_words,
  entered_twice: m.slips_withdraw_entered_twice,
};
const CHECKS: Readonly<Record<CheckMode, () => string>> = {
  none: m.slips_check_none,
  sample: m.slips_check_sample,
  all: m.slips_check_all,
};
const ILLEGIBLE: Readonly<Record<IllegibleStep, () => string>> = {
  marked: m.slips_illegible_marked,
  asked: m.slips_illegible_asked,
};

export const slipStateName = (state: SlipState): string => STATES[state]();
export const voidName = (reason: VoidReason): string => VOIDS[reason]();
export const checkName = (check: CheckMode): string => CHECKS[check]();
export const illegibleName = (step: IllegibleStep): string => ILLEGIBLE[step]();
export const voidChoices = (): { reason: VoidReason; name: string }[] =>
  VOID_REASONS.map((reason) => ({ reason, name: voidName(reason) }));
export const withdrawalChoices = (): { reason: WithdrawalReason; name: string }[] =>
  WITHDRAWAL_REASONS.map((reason) => ({ reason, name: WITHDRAWALS[reason]() }));

/** 'A-0003', 'A-0010–A-0014'. */
export const runName = (batch: string, { first, last }: SerialRun): string =>
  first === last
    ? serialOf({ batch, number: first })
    : `${serialOf({ batch, number: first })}–${serialOf({ batch, number: last })}`;
