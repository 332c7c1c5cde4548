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
  /** What each run measured; `value` is their median, or as the benchmark says. Empty where there was one. */
  readonly runs: readonly number[];
}

/** What was measured, and what it is held against. */
export interface Measured {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: number | null;
  readonly limit: Limit;
  /** What each run measured, where there were several. */
  readonly runs?: readonly number[];
}
export type Limit =
  | { readonly at: 'most' | 'least'; readonly value: number }
  | { readonly at: 'most' | 'least'; readonly ratio: number };

export function judge({ name, value, unit, baseline, limit, runs = [] }: Measured): Result {
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
    runs: runs.map(round),
  };
}

/** Three significant digits, or whole numbers. */
const round = (value: number): number =>
  Math.abs(value) >= 1_000 ? Math.round(value) : Number(value.toPrecision(3));

/** For each row how often it was reached, of how many times. */
export function tally(times: readonly (readonly Result[])[]): string {
  const names = [...new Set(times.flat().map(({ name }) => name))];
  const rows = names.map((name) => {
    const each = times.flatMap((results) => results.filter((result) => result.name === name));
    const passed = each.filter(({ pass }) => pass).length;
    const values = each.map(({ value, unit }) => `${value} ${unit}`).join(', ');
    return [name, `passed ${passed} of ${times.length}`, values];
  });
  return aligned([['name', 'passed', 'values'], ...rows]);
}

export function table(results: readonly Result[]): string {
  const rows = results.map(({ name, value, unit, baseline, ratio, target, pass }) => [
    name,
    `${value} ${unit}`,
    baseline === null ? '–' : `${baseline} ${unit}`,
    ratio === null ? '–' : `${ratio} ×`,
    target,
    pass ? 'reached' : 'MISSED',
  ]);
  return aligned([['name', 'value', 'baseline', 'ratio', 'target', ''], ...rows]);
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
