import type { CommandOf } from '@wenzheng/shared/forum/commands';
import { MOST_BOXES, type CheckMode, type SlipState } from '@wenzheng/shared/forum/slips';
import { MOST_IN_BATCH } from '@wenzheng/shared/forum/slip-serial';
import { makeTrackingCode } from '@wenzheng/shared/forum/tracking';
import { accept, refuse, type Context, type Decides, type Decision } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';
import { decideEntries, type EntryCommand } from './decide-entries';
import { reckonAll, sameDifference } from './reckoning';
import { serialsIn, type BoxCounts, type BoxRow } from './state';

type SlipCommand =
  | EntryCommand
  | 'putSlipPhoto'
  | 'removeSlipPhoto'
  | 'printSlips'
  | 'issueSlips'
  | 'sealBox'
  | 'openBox'
  | 'countBox'
  | 'setSlipCheck'
  | 'declareMissing'
  | 'nameDifference';

/** Among them `logQuestion`: a slip of a printed batch is entered as such, whoever logs it. */
export const decideSlips: Decides<SlipCommand> = {
  ...decideEntries,

  putSlipPhoto: (state, { serial }, context) => {
    if (!state.slips.get(serial)) return refuse('slips.unknown', { field: 'serial' });
    const picture = context.keepPicture();
    if (picture === null) return refuse('slips.no_photo');
    return accept({ type: 'slipPhotoPut', data: { serial, picture } });
  },

  removeSlipPhoto: (state, { serial }) => {
    if (!state.slips.get(serial)) return refuse('slips.unknown', { field: 'serial' });
    if (!state.slipPhotos.get(serial)) return accept();
    return accept({ type: 'slipPhotoRemoved', data: { serial } });
  },

  printSlips: (state, { batch, count }, context) => {
    const first = (state.slipBatches.get(batch)?.printed ?? 0) + 1;
    if (first + count - 1 > MOST_IN_BATCH) return refuse('slips.too_many', { field: 'count' });
    const used = serialsIn(batch, first, first + count - 1).find((each) => state.serials.get(each));
    if (used !== undefined) return refuse('slips.serials_used', { field: 'batch', by: used });
    const codes = freshCodes(state, count, context);
    return accept({ type: 'slipsPrinted', data: { batch, first, codes } });
  },

  issueSlips: (state, { type: _, ...run }) =>
    runProblem(state, run) ??
    (anyIn(state, run, run.on ? 'printed' : 'issued')
      ? accept({ type: 'slipsIssued', data: run })
      : accept()),

  declareMissing: (state, { type: _, ...run }) =>
    runProblem(state, run) ??
    (anyIn(state, run, run.on ? 'issued' : 'missing')
      ? accept({ type: 'slipsMissing', data: run })
      : accept()),

  sealBox: (state, { seal }) => {
    const boxes = [...state.slipBoxes.entries()];
    if (boxes.some(([, box]) => box.seal === seal))
      return refuse('slips.seal_taken', { field: 'seal' });
    if (boxes.length >= MOST_BOXES) return refuse('slips.too_many');
    const number = boxes.reduce((highest, [, box]) => Math.max(highest, box.number), 0) + 1;
    return accept({ type: 'boxSealed', data: { box: String(number), number, seal } });
  },

  openBox: (state, { box, by, counts }, context) =>
    countsProblem(state, counts) ??
    withBox(state, box, ({ opened }) =>
      opened
        ? refuse('slips.box_opened')
        : accept({ type: 'boxOpened', data: { box, by: context.keep(by), counts } }),
    ),

  countBox: (state, { box, counts }) =>
    countsProblem(state, counts) ??
    withBox(state, box, (row) => {
      if (!row.opened) return refuse('slips.box_sealed');
      if (sameCounts(row.counts, counts)) return accept();
      return accept({ type: 'boxCounted', data: { box, counts } });
    }),

  setSlipCheck: (state, { check }) =>
    isSet(state, check) ? accept() : accept({ type: 'slipCheckSet', data: { check } }),

  nameDifference: (state, { difference, why }, context) => {
    if (!sameDifference(difference, reckonAll(state))) return refuse('slips.moved');
    return accept({
      type: 'slipDifferenceNamed',
      data: { difference, why: context.keep(why) },
    });
  },
};

const isSet = (state: ForumState, check: CheckMode): boolean => state.slipCheck.value === check;

type Run = Omit<CommandOf<'issueSlips'>, 'type'>;

function runProblem(state: ForumState, { batch, first, last }: Run): Decision | null {
  const row = state.slipBatches.get(batch);
  if (!row) return refuse('slips.unknown_batch', { field: 'batch' });
  if (last > row.printed) return refuse('slips.unknown', { field: 'last' });
  return first > last ? refuse('slips.unknown', { field: 'first' }) : null;
}

const anyIn = (state: ForumState, { batch, first, last }: Run, wanted: SlipState): boolean =>
  serialsIn(batch, first, last).some((serial) => state.slips.get(serial)?.state === wanted);

function countsProblem(state: ForumState, counts: BoxCounts): Decision | null {
  const unknown = counts.some(({ batch }) => !state.slipBatches.get(batch));
  return unknown ? refuse('slips.unknown_batch', { field: 'counts' }) : null;
}

function withBox(state: ForumState, id: string, decide: (row: BoxRow) => Decision): Decision {
  const row = state.slipBoxes.get(id);
  return row ? decide(row) : refuse('slips.unknown_box', { field: 'box' });
}

const sameCounts = (a: BoxCounts, b: BoxCounts): boolean =>
  a.length === b.length &&
  a.every(({ batch, count }) => b.some((each) => each.batch === batch && each.count === count));

/** Codes that no question and no other slip has. */
function freshCodes(state: ForumState, count: number, context: Context): string[] {
  const codes = new Set<string>();
  while (codes.size < count) {
    const code = makeTrackingCode(context.random(10));
    if (state.trackingCodes.get(code) === undefined) codes.add(code);
  }
  return [...codes];
}
