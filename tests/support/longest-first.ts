/** Files that take long begin before the others, so that no worker is left alone with one of them at the end. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The longest first. */
const LONG = [
  'simulation/simulation',
  'faults/wire',
  'faults/soak',
  'faults/bad-clients',
  'faults/storage/full-disk',
  'faults/backup',
  'integration/access/pin',
  'faults/storage/damage',
  'faults/storage/snapshot-and-migration',
  'faults/wall-clock',
  'simulation/planted/planted-faults',
  'faults/hostile/hostile',
  'faults/return',
  'unit/server/growth',
  'unit/starter',
  'faults/storage/damage-while-running',
];

const rank = ({ moduleId }: TestSpecification): number => {
  const place = LONG.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
  return place < 0 ? LONG.length : place;
};

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
  }
}
