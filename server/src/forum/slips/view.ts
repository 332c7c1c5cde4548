/** What staff see of the paper box. Every view is built up, field by field. */
import type { DeskSlip, SlipEntry, SlipStory, SlipsView } from '@wenzheng/shared/forum/slips';
import { documentView, ownKey, type CollectionView, type Sight } from '../../engine/views';
import { differenceIn, sameDifference } from './reckoning';
import type { BoxRow, EntryRow, SlipRow } from './state';

const copyRun = ({ first, last }: { first: number; last: number }) => ({ first, last });

function batches({ state, slips }: Sight): SlipsView['batches'] {
  const rows = [...state.slipBatches.entries()].map(([, row]) => row);
  return rows
    .sort((a, b) => (a.batch < b.batch ? -1 : 1))
    .map((row) => {
      const of = slips.sumsOf(state, row);
      return {
        batch: row.batch,
        ...of.sums,
        late: of.late,
        illegible: of.illegible,
        printings: row.printings.map(({ at, ...run }) => ({ ...copyRun(run), at })),
        unissuedNumbers: of.unissuedNumbers.map(copyRun),
        outNumbers: of.outNumbers.map(copyRun),
        missingNumbers: of.missingNumbers.map(copyRun),
      };
    });
}

function settledFrom({ state, slips }: Sight, box: string): number {
  let settled = 0;
  for (const [, row] of state.slipBatches.entries())
    settled += slips.sumsOf(state, row).settled.get(box) ?? 0;
  return settled;
}

const boxView = (sight: Sight, row: BoxRow): SlipsView['boxes'][number] => ({
  id: row.id,
  number: row.number,
  seal: row.seal,
  sealedAt: row.sealedAt,
  openedAt: row.opened?.at ?? null,
  openedBy: row.opened && sight.words(row.opened.by),
  counts: row.counts.map(({ batch, count }) => ({ batch, count })),
  settled: settledFrom(sight, row.id),
});

export const slipsDocument = documentView({
  reads: ['slipBatches', 'slipBoxes', 'slipCheck', 'slipDifference'],
  tallies: ['slips'],
  build: (sight): SlipsView => {
    const { state, slips } = sight;
    const named = state.slipDifference.value;
    const total = slips.total(state);
    return {
      check: state.slipCheck.value,
      total,
      batches: batches(sight),
      boxes: [...state.slipBoxes.entries()].map(([, row]) => boxView(sight, row)),
      toCheck: slips.toCheck,
      named: named && {
        difference: differenceIn(named.difference),
        why: sight.words(named.why),
        holds: sameDifference(named.difference, total),
      },
    };
  },
});

function entryView(sight: Sight, { question, by, toCheck }: EntryRow): SlipEntry[] {
  const row = sight.state.questions.settled(question);
  if (!row) return [];
  return [
    {
      question,
      number: row.number,
      text: sight.words(row.text),
      name: row.name && sight.words(row.name),
      state: row.state,
      by,
      toCheck,
      revision: row.revision,
    },
  ];
}

const deskView = (sight: Sight, slip: SlipRow): DeskSlip => ({
  serial: slip.serial,
  state: slip.state,
  illegible: slip.illegible,
  late: slip.late,
  box: slip.box,
  photo: sight.state.slipPhotos.settled(slip.serial)?.entry ?? null,
  entries: slip.entries.flatMap((entry) => entryView(sight, entry)),
});

/** Entries to compare with the paper, and slips that could not be read. */
export const slipDeskCollection: CollectionView<DeskSlip> = {
  reads: {
    slips: ownKey,
    slipPhotos: ownKey,
    questions: (id, _, { state }) => {
      const serial = state.questions.get(id)?.serial ?? null;
      return serial === null ? [] : [serial];
    },
  },
  tallies: { slipWindow: ownKey },
  window: null,
  all: ({ slips }) => slips.desk(),
  build: (sight, serial) => {
    const slip = sight.state.slips.get(serial);
    return slip && sight.slips.onDesk(serial) ? deskView(sight, slip) : undefined;
  },
};

/** All that staff may know of one slip, with the code of its stub. */
export const slipStoryView = (sight: Sight, slip: SlipRow): SlipStory => ({
  ...deskView(sight, slip),
  voided: slip.voided,
  tracking: slip.code,
  entries: slip.entries.flatMap((entry) =>
    entryView(sight, entry).map((each) => ({
      ...each,
      tracking: sight.state.questions.settled(each.question)?.tracking ?? '',
    })),
  ),
});
