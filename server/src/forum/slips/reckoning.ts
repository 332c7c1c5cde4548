/** The sums of the paper box: what was printed, handed out, returned and entered, and what does not add up. */
import type { SerialRun, SlipDifference, SlipSums } from '@wenzheng/shared/forum/slips';
import { serialOf } from '@wenzheng/shared/forum/slip-serial';
import type { ForumState } from '../../engine/state';
import type { BatchRow, SlipRow } from './state';

type Tables = Pick<ForumState, 'slipBatches' | 'slipBoxes' | 'slips'>;

export interface BatchSums {
  readonly sums: SlipSums;
  readonly late: number;
  readonly illegible: number;
  /** Box → slips of the batch that were entered or void from it. */
  readonly settled: ReadonlyMap<string, number>;
  readonly unissuedNumbers: readonly SerialRun[];
  readonly outNumbers: readonly SerialRun[];
  readonly missingNumbers: readonly SerialRun[];
}

/** More runs of numbers than that are nothing to read. */
const MOST_RUNS = 40;

const isSettled = ({ state }: SlipRow): boolean => state === 'entered' || state === 'void';

/** Looks at each slip of the batch once. */
export function reckonBatch(state: Tables, { batch, printed }: BatchRow): BatchSums {
  const count = { unissued: 0, entered: 0, void: 0, missing: 0, inHand: 0, late: 0, illegible: 0 };
  const settled = new Map<string, number>();
  const runs = { printed: new Runs(), issued: new Runs(), missing: new Runs() };
  for (let number = 1; number <= printed; number += 1) {
    const slip = state.slips.get(serialOf({ batch, number }));
    if (!slip) continue;
    if (slip.state === 'printed') count.unissued += 1;
    else if (slip.state === 'entered' || slip.state === 'void' || slip.state === 'missing')
      count[slip.state] += 1;
    if (slip.late) count.late += 1;
    if (slip.illegible !== null) count.illegible += 1;
    if (slip.box === null && (isSettled(slip) || slip.state === 'returned')) count.inHand += 1;
    if (slip.box !== null && isSettled(slip))
      settled.set(slip.box, (settled.get(slip.box) ?? 0) + 1);
    if (slip.state === 'printed' || slip.state === 'issued' || slip.state === 'missing')
      runs[slip.state].add(number);
  }
  const { late, illegible, inHand, ...states } = count;
  return {
    sums: addUp({ printed, ...states, inHand }, countedIn(state, batch, settled)),
    ...{ late, illegible, settled },
    unissuedNumbers: runs.printed.first,
    outNumbers: runs.issued.first,
    missingNumbers: runs.missing.first,
  };
}

interface ByState {
  readonly printed: number;
  readonly unissued: number;
  readonly entered: number;
  readonly void: number;
  readonly missing: number;
  /** In no box, and handed in all the same. */
  readonly inHand: number;
}
interface InBoxes {
  readonly counted: number;
  readonly surplus: number;
}

/** What hands have counted in the boxes, and how many more were settled from them than that. */
function countedIn(
  { slipBoxes }: Tables,
  batch: string,
  settled: ReadonlyMap<string, number>,
): InBoxes {
  let [counted, surplus] = [0, 0];
  const boxes = [...slipBoxes.entries()].map(([id]) => id);
  for (const id of new Set([...boxes, ...settled.keys()])) {
    const inBox = slipBoxes.get(id)?.counts.find((each) => each.batch === batch)?.count ?? 0;
    counted += inBox;
    surplus += Math.max(0, (settled.get(id) ?? 0) - inBox);
  }
  return { counted, surplus };
}

function addUp(by: ByState, { counted, surplus }: InBoxes): SlipSums {
  const { printed, unissued, entered, missing, inHand } = by;
  const issued = printed - unissued;
  const returned = counted + inHand;
  const stillOut = issued - returned - missing;
  return {
    ...{ printed, unissued, issued, returned, entered, void: by.void },
    out: Math.max(0, stillOut),
    excess: Math.max(0, -stillOut),
    missing,
    toEnter: returned + surplus - entered - by.void,
    surplus,
  };
}

/** Numbers that rise, gathered into runs. */
class Runs {
  readonly #runs: { first: number; last: number }[] = [];

  add(number: number): void {
    const last = this.#runs.at(-1);
    if (last && last.last === number - 1) last.last = number;
    else this.#runs.push({ first: number, last: number });
  }
  get first(): readonly SerialRun[] {
    return this.#runs.slice(0, MOST_RUNS);
  }
}

export function totalOf(batches: readonly SlipSums[]): SlipSums {
  const sum = (key: keyof SlipSums): number => batches.reduce((all, each) => all + each[key], 0);
  return {
    printed: sum('printed'),
    unissued: sum('unissued'),
    issued: sum('issued'),
    returned: sum('returned'),
    entered: sum('entered'),
    void: sum('void'),
    out: sum('out'),
    excess: sum('excess'),
    missing: sum('missing'),
    toEnter: sum('toEnter'),
    surplus: sum('surplus'),
  };
}

export const differenceIn = ({
  out,
  excess,
  missing,
  toEnter,
  surplus,
}: SlipDifference): SlipDifference => ({ out, excess, missing, toEnter, surplus });

/** How many slips are not accounted for. */
export const unaccounted = (difference: SlipDifference): number =>
  Object.values(differenceIn(difference)).reduce((sum, each) => sum + each, 0);

export const sameDifference = (a: SlipDifference, b: SlipDifference): boolean =>
  a.out === b.out &&
  a.excess === b.excess &&
  a.missing === b.missing &&
  a.toEnter === b.toEnter &&
  a.surplus === b.surplus;

/** Counted from nothing; for what happens once. */
export const reckonAll = (state: Tables): SlipSums =>
  totalOf([...state.slipBatches.entries()].map(([, row]) => reckonBatch(state, row).sums));

/** Slips that keep the forum from closing: 0 once the difference has been named as it is. */
export function slipsHoldClosing(
  total: SlipDifference,
  named: { readonly difference: SlipDifference } | null,
): number {
  return named && sameDifference(named.difference, total) ? 0 : unaccounted(total);
}
