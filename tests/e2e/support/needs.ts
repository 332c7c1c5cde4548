/** Needs of the plan that are due, and which step of which test covers them. */
import { expect, test } from '@playwright/test';

/** Ids of the product's needs; a due id that no step covers fails the run. */
export const DUE_NEEDS = [
  'N01',
  'N02',
  'N03',
  'N04',
  'N05',
  'N06',
  'N07',
  'N08',
  'N09',
  'N10',
  'N11',
  'N12',
  'N14',
  'N15',
  'N16',
  'N17',
  'N18',
  'N19',
  'N21',
  'N24',
  'N25',
  'N28',
] as const;
export type Need = (typeof DUE_NEEDS)[number];

export class Coverage {
  readonly #covered = new Set<Need>();

  /** A step by its role on its screen; it must end with a picture, which `step` takes. */
  async step(need: Need, what: string, step: () => Promise<void>): Promise<void> {
    await test.step(`${need}: ${what}`, step);
    this.#covered.add(need);
  }

  expectAllCovered(): void {
    expect(DUE_NEEDS.filter((need) => !this.#covered.has(need))).toEqual([]);
  }
}
