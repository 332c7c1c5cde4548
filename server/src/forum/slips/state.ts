import type {
  CheckMode,
  IllegibleStep,
  SlipDifference,
  SlipState,
  VoidReason,
  WithdrawalReason,
} from '@wenzheng/shared/forum/slips';
import { parseSerial, serialOf } from '@wenzheng/shared/forum/slip-serial';
import type { Instant } from '@wenzheng/shared/time/instant';
import { Cell, Table } from '../../engine/store';
import type { PictureRef, WordRef } from '../../journal/entry';

export interface BatchRow {
  readonly batch: string;
  /** Slips were printed with the numbers from 1 to this one. */
  readonly printed: number;
  readonly printings: readonly {
    readonly first: number;
    readonly last: number;
    readonly at: Instant;
  }[];
}

/** One question that was read off a slip. */
export interface EntryRow {
  readonly question: string;
  /** Session that entered it. */
  readonly by: string;
  /** A second person is to compare it with the paper. */
  readonly toCheck: boolean;
}

/** What a slip is beside its number: all that entering it replaces. */
export interface SlipStanding {
  readonly state: SlipState;
  /** The box it lay in; null for a slip that was handed in. */
  readonly box: string | null;
  readonly late: boolean;
  readonly illegible: IllegibleStep | null;
  readonly voided: VoidReason | null;
}

export interface SlipRow extends SlipStanding {
  readonly serial: string;
  readonly batch: string;
  readonly number: number;
  /** Tracking code on the stub, from the printing on. */
  readonly code: string;
  readonly entries: readonly EntryRow[];
  /** What it was before the first of its entries. */
  readonly was: SlipStanding | null;
}

/** The photo of a slip. */
export interface PhotoRow {
  readonly picture: PictureRef;
  /** Number of the entry that put it there; screens tell one photo from another by it. */
  readonly entry: number;
}

export type BoxCounts = readonly { readonly batch: string; readonly count: number }[];

export interface BoxRow {
  readonly id: string;
  readonly number: number;
  readonly seal: string;
  readonly sealedAt: Instant;
  /** Null while it is sealed. */
  readonly opened: { readonly at: Instant; readonly by: WordRef } | null;
  readonly counts: BoxCounts;
}

interface Origin {
  serial: string;
  box: string | null;
  late: boolean;
}
interface Run {
  batch: string;
  first: number;
  last: number;
  on: boolean;
}

export interface SlipEntries {
  /** Codes of the stubs, in the order of the numbers. */
  slipsPrinted: { batch: string; first: number; codes: readonly string[] };
  slipsIssued: Run;
  boxSealed: { box: string; number: number; seal: string };
  boxOpened: { box: string; by: WordRef; counts: BoxCounts };
  boxCounted: { box: string; counts: BoxCounts };
  slipEntered: Origin & { question: string; toCheck: boolean };
  slipVoided: Origin & { reason: VoidReason };
  slipIllegible: Origin & { step: IllegibleStep };
  slipPhotoPut: { serial: string; picture: PictureRef };
  slipPhotoRemoved: { serial: string };
  slipEntryChecked: { serial: string; question: string };
  slipEntryCorrected: { serial: string; question: string };
  slipEntryWithdrawn: Origin & { question: string; reason: WithdrawalReason };
  slipCheckSet: { check: CheckMode };
  slipsMissing: Run;
  slipDifferenceNamed: { difference: SlipDifference; why: WordRef };
}

export const slipTables = () => ({
  slipBatches: new Table<BatchRow>('slipBatches'),
  /** Serial number → slip. */
  slips: new Table<SlipRow>('slips'),
  /** Serial number → its photo; apart, so that a photo stands in the way of no undo. */
  slipPhotos: new Table<PhotoRow>('slipPhotos'),
  slipBoxes: new Table<BoxRow>('slipBoxes'),
  slipCheck: new Cell<CheckMode>('slipCheck', 'sample'),
  slipDifference: new Cell<SlipEntries['slipDifferenceNamed'] | null>('slipDifference', null),
});

/** In the place of a question for a code that is printed on a stub, while no question has it. */
export const NO_QUESTION = '';

/** Just off the printer. */
export const UNTOUCHED: SlipStanding = {
  state: 'printed',
  box: null,
  late: false,
  illegible: null,
  voided: null,
};

/** Serials of the numbers from `first` to `last`. */
export const serialsIn = (batch: string, first: number, last: number): string[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) =>
    serialOf({ batch, number: first + index }),
  );

type Batches = Pick<ReturnType<typeof slipTables>, 'slipBatches'>;

/** The serial that `text` names, if slips of its batch were printed; null for a serial of another kind. */
export function serialInBatch({ slipBatches }: Batches, text: string | null): string | null {
  const named = text === null ? null : parseSerial(text);
  return named && slipBatches.get(named.batch) ? serialOf(named) : null;
}

/** What is printed on slips. */
export interface SlipSheet {
  /** Of the forum. */
  readonly title: string;
  readonly slips: readonly Pick<SlipRow, 'serial' | 'code'>[];
}

/** The slips from `first` to `last`; null unless all of them were printed. */
export function printedSlips(
  { slips }: Pick<ReturnType<typeof slipTables>, 'slips'>,
  batch: string,
  first: number,
  last: number,
): SlipSheet['slips'] | null {
  const printed = serialsIn(batch, first, last).flatMap((each) => {
    const slip = slips.settled(each);
    return slip ? [{ serial: slip.serial, code: slip.code }] : [];
  });
  return printed.length > 0 && printed.length === last - first + 1 ? printed : null;
}
