/** What the people of a test did, counted by the test itself, to be compared with what the screens show. */
import { expect, type Page } from '@playwright/test';
import { DEFLECTION_REASONS, SOURCES } from '@wenzheng/shared/forum/questions';
import type { DeflectionReason, Source } from '@wenzheng/shared/forum/questions';
import { ANSWERS, type Answer } from '@wenzheng/shared/forum/opinions';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import type { Locale } from './forum-people';

export class DayCount {
  readonly asked: Source[] = [];
  readonly deflected: DeflectionReason[] = [];
  readonly commitments: string[] = [];
  readonly answers: { readonly statement: string; readonly answer: Answer }[] = [];
  answered = 0;
  supports = 0;
  exchanges = 0;
  statements = 0;

  /** The figures of the results scene, as names and counts in `locale`. */
  figures(locale: Locale): Record<string, number> {
    const figures: Record<string, number> = {
      [m.display_results_asked({}, { locale })]: this.asked.length,
      [m.display_results_answered({}, { locale })]: this.answered,
      [m.display_results_deflected({}, { locale })]: this.deflected.length,
      [m.display_results_commitments({}, { locale })]: this.commitments.length,
      [m.display_results_exchanges({}, { locale })]: this.exchanges,
      [m.display_results_supports({}, { locale })]: this.supports,
      [m.display_results_statements({}, { locale })]: this.statements,
      [m.display_results_answers({}, { locale })]: this.answers.length,
    };
    for (const source of SOURCES) {
      const count = this.asked.filter((each) => each === source).length;
      if (count > 0) figures[m[`source_${source}`]({}, { locale })] = count;
    }
    for (const reason of DEFLECTION_REASONS) {
      const count = this.deflected.filter((each) => each === reason).length;
      if (count > 0) figures[m[`deflection_${reason}`]({}, { locale })] = count;
    }
    return figures;
  }

  /** How many gave each answer to `statement`. */
  tally(statement: string): Record<Answer, number> {
    const tally = { agree: 0, disagree: 0, pass: 0 };
    for (const each of this.answers) if (each.statement === statement) tally[each.answer] += 1;
    return tally;
  }
}

/** Names and counts of the figures that the results scene shows. */
export async function shownFigures(display: Page): Promise<Record<string, number>> {
  const pairs = await display.locator('[data-scene="results"]').evaluate((scene) =>
    [...scene.querySelectorAll('[data-figure]')].flatMap((figure) => [
      [figure.getAttribute('data-figure') ?? '', figure.querySelector('.count')?.textContent ?? ''],
      ...[...figure.querySelectorAll('.parts li')].flatMap((part) => {
        const count = part.querySelector('b')?.textContent;
        return count ? [[part.querySelector('span')?.textContent ?? '', count]] : [];
      }),
    ]),
  );
  return Object.fromEntries(pairs.map(([name, count]) => [name?.trim(), Number(count)]));
}

/** The card of a statement at the desk says what the test has counted. */
export async function expectTally(
  desk: Page,
  statement: string,
  tally: Record<Answer, number>,
  locale: Locale,
): Promise<void> {
  const card = desk.locator('article').filter({ hasText: statement });
  for (const answer of ANSWERS) {
    const name = m[`answer_${answer}`]({}, { locale });
    const shown = m.desk_tally({ answer: name, count: tally[answer] }, { locale });
    if (tally[answer] > 0) await expect(card).toContainText(shown);
    else await expect(card).not.toContainText(new RegExp(`${name} \\d`));
  }
}
