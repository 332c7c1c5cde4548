/** What a benchmark answers, and how that is printed. */
export interface Result {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The same of the bare parts, measured in the same run; null where there is nothing to compare. */
  readonly baseline: number | null;
  /** Value divided by baseline. */
  readonly ratio: number | null;
  readonly target: string;
  readonly pass: boolean;
}

/** What was measured, and what it is held against. */
export interface Measured {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: number | null;
  readonly limit: Limit;
}
export type Limit =
  | { readonly at: 'most' | 'least'; readonly value: number }
  | { readonly at: 'most' | 'least'; readonly ratio: number };

export function judge({ name, value, unit, baseline, limit }: Measured): Result {
  const ratio = baseline === null || baseline === 0 ? null : value / baseline;
  const judged = 'ratio' in limit ? ratio : value;
  const bound = 'ratio' in limit ? limit.ratio : limit.value;
  const sign = limit.at === 'most' ? '≤' : '≥';
  return {
    name,
    value: round(value),
    unit,
    baseline: baseline === null ? null : round(baseline),
    ratio: ratio === null ? null : round(ratio),
    target: 'ratio' in limit ? `${sign} ${bound} × baseline` : `${sign} ${bound} ${unit}`,
    pass: judged !== null && (limit.at === 'most' ? judged <= bound : judged >= bound),
  };
}

/** Three significant digits, or whole numbers. */
const round = (value: number): number =>
  Math.abs(value) >= 1_000 ? Math.round(value) : Number(value.toPrecision(3));

export function table(results: readonly Result[]): string {
  const rows = results.map(({ name, value, unit, baseline, ratio, target, pass }) => [
    name,
    `${value} ${unit}`,
    baseline === null ? '–' : `${baseline} ${unit}`,
    ratio === null ? '–' : `${ratio} ×`,
    target,
    pass ? 'reached' : 'MISSED',
  ]);
  const all = [['name', 'value', 'baseline', 'ratio', 'target', ''], ...rows];
  const widths = all[0]?.map((_, column) =>
    Math.max(...all.map((row) => row[column]?.length ?? 0)),
  );
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
