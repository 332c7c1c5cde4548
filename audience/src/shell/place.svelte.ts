/** Which page is open, kept in the address's hash so that the phone's back button works. */
const PAGES = ['now', 'questions', 'mine', 'about', 'opinions', 'map'] as const;
/** Sheets for writing, which lie over the page that they were called from. */
const SHEETS = ['ask', 'say'] as const;
export type Page = (typeof PAGES)[number];
export type Sheet = (typeof SHEETS)[number];

const named = <T extends string>(names: readonly T[]): T | undefined =>
  names.find((name) => location.hash === `#${name}`);

export class Places {
  #sheet = $state.raw<Sheet | undefined>();
  /** What lies under the sheet. */
  #under = $state.raw<Page>('now');

  constructor() {
    this.#follow();
    addEventListener('hashchange', () => this.#follow());
  }
  get under(): Page {
    return this.#under;
  }
  get sheet(): Sheet | undefined {
    return this.#sheet;
  }
  go(place: Page | Sheet): void {
    location.hash = place;
  }
  /** The same in the place of the sheet, so that back does not open it again. */
  turnTo(page: Page): void {
    location.replace(`#${page}`);
  }
  /** Closes the sheet the way the back button does, so that back never opens it again. */
  closeSheet(): void {
    if (history.length > 1) history.back();
    else this.go(this.#under);
  }

  #follow(): void {
    this.#sheet = named(SHEETS);
    if (!this.#sheet) this.#under = named(PAGES) ?? 'now';
  }
}
