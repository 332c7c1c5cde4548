/**
 * The two directions in which answers differ most: principal components of the votes, what was not answered
 * standing for the statement's mean (Small et al., "Polis: Scaling deliberation by mapping high dimensional
 * opinion spaces", 2021). Exact eigenvectors, where Polis iterates towards them.
 */
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import type { VoteMatrix } from './votes';

export interface PrincipalComponents {
  /** The mean answer to each statement, −1 to 1. */
  readonly centre: readonly number[];
  /** Two vectors of unit length with a weight for each statement; zero where answers do not differ at all. */
  readonly components: readonly [readonly number[], readonly number[]];
}

/** Below this share of the largest one an eigenvalue is rounding, and its direction means nothing. */
const ROUNDING = 1e-12;

export function principalComponents({ rows, statements }: VoteMatrix): PrincipalComponents {
  const centre = statements.map((_, column) => meanOf(rows, column));
  const columns = statements.length;
  if (rows.length === 0 || columns === 0) return { centre, components: [[], []] };
  const centred = new Matrix(
    rows.map((row) => centre.map((mean, column) => (row[column] ?? mean) - mean)),
  );
  // Exactly nothing, not what rounding leaves of it.
  const constant = centre.map((_, column) => centred.getColumn(column).every((each) => each === 0));
  const [first, second] = largestDirections(centred).map((direction) =>
    direction.map((weight, column) => (constant[column] ? 0 : weight)),
  );
  return { centre, components: [first ?? [], second ?? []] };
}

function meanOf(rows: VoteMatrix['rows'], column: number): number {
  let sum = 0;
  let answered = 0;
  for (const row of rows) {
    const vote = row[column] ?? null;
    if (vote === null) continue;
    sum += vote;
    answered += 1;
  }
  return answered === 0 ? 0 : sum / answered;
}

/** The eigenvectors of the smaller of the two products of the matrix with itself, seen in the columns. */
function largestDirections(centred: Matrix): [number[], number[]] {
  const tall = centred.rows >= centred.columns;
  const transposed = centred.transpose();
  const product = tall ? transposed.mmul(centred) : centred.mmul(transposed);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(product, {
    assumeSymmetric: true,
  });
  const largest = Math.max(...realEigenvalues);
  const order = realEigenvalues
    .map((value, index) => ({ value, index }))
    .sort((a, b) => b.value - a.value);
  const direction = (nth: number): number[] => {
    const found = order[nth];
    if (!found || found.value <= largest * ROUNDING)
      return new Array<number>(centred.columns).fill(0);
    const vector = Matrix.columnVector(eigenvectorMatrix.getColumn(found.index));
    return normalized((tall ? vector : transposed.mmul(vector)).to1DArray());
  };
  return [direction(0), direction(1)];
}

/** Unit length, and the largest weight positive: which way a component points is chance otherwise. */
function normalized(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector);
  const largest = vector.reduce((most, each) => (Math.abs(each) > Math.abs(most) ? each : most), 0);
  const scale = Math.sign(largest) / length;
  return vector.map((each) => each * scale);
}
