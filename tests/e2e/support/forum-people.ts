/** The people of a forum, each doing on their own screen what they would do there. */
import { expect, type Locator, type Page } from '@playwright/test';
import { m } from '@wenzheng/shared/paraglide/messages.js';

export type Locale = 'zh-CN' | 'en';

export class Host {
  readonly page: Page;
  readonly primary: Locator;
  readonly undo: Locator;

  constructor(page: Page) {
    this.page = page;
    this.primary = page.getByTestId('primary');
    this.undo = page.getByTestId('undo');
  }

  /** Presses the large button once it offers `action`. */
  async go(action: string): Promise<void> {
    await expect(this.primary).toHaveAttribute('data-action', action);
    await this.primary.click();
  }
  /** Starts the answer, naming an official first where no department is known. */
  async startAnswer(): Promise<void> {
    await expect(this.primary).toHaveAttribute('data-action', /startAnswer|chooseOfficial/);
    if ((await this.primary.getAttribute('data-action')) === 'chooseOfficial') {
      await this.page.locator('main select').first().selectOption({ index: 1 });
    }
    await this.go('startAnswer');
  }
  async deflect(): Promise<void> {
    await this.page.getByTestId('deflect').click();
  }
  async answered(): Promise<void> {
    await this.page.getByTestId('answered').click();
  }
  async takeBack(): Promise<void> {
    await this.undo.click();
  }
  async jumpTo(title: string, locale: Locale): Promise<void> {
    await this.page.getByRole('button', { name: m.console_jump_to({ title }, { locale }) }).click();
  }
}

export class Citizen {
  readonly page: Page;
  readonly #locale: Locale;

  constructor(page: Page, locale: Locale) {
    this.page = page;
    this.#locale = locale;
  }

  async place(place: 'now' | 'questions' | 'mine' | 'about'): Promise<void> {
    await this.page.goto(`/#${place}`);
  }

  /** Writes and sends a question; answers its tracking code. */
  async ask(text: string, name: string): Promise<string> {
    const locale = this.#locale;
    await this.place('now');
    await this.page.getByRole('button', { name: m.audience_ask({}, { locale }) }).click();
    const another = this.page.getByRole('button', { name: m.audience_ask_another({}, { locale }) });
    const field = this.page.locator('#ask-text');
    await expect(another.or(field)).toBeVisible();
    if (await another.isVisible()) await another.click();
    await field.fill(text);
    await this.page.locator('#ask-name').fill(name);
    await this.page.getByRole('button', { name: m.audience_ask_send({}, { locale }) }).click();
    const code = this.page.locator('.figure');
    await expect(code).toHaveText(/^[2-9A-HJKMNP-Z]{3}-[2-9A-HJKMNP-Z]{3}$/);
    return (await code.textContent()) ?? '';
  }

  /** The support button of question `number` in the list. */
  support(number: number): Locator {
    const shown = m.question_number({ number }, { locale: this.#locale });
    const row = this.page.getByRole('listitem').filter({ hasText: new RegExp(`^${shown}(?!\\d)`) });
    return row.locator('button[aria-pressed]');
  }
}

export class Volunteer {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  async chooseSource(source: 'paper' | 'mic', locale: Locale): Promise<void> {
    const name =
      source === 'paper' ? m.console_log_paper({}, { locale }) : m.console_log_mic({}, { locale });
    await this.page.getByRole('button', { name }).click();
  }
  /** Enters one slip or microphone question; answers the tracking code to be written on the stub. */
  async log(fields: { serial: string | null; text: string }): Promise<string> {
    if (fields.serial !== null) await this.page.locator('#log-serial').fill(fields.serial);
    await this.page.locator('#log-text').fill(fields.text);
    await this.page.locator('#log-text').press('Enter');
    await expect(this.page.locator('#log-text')).toHaveValue('');
    return (await this.page.locator('.receipt .code').textContent()) ?? '';
  }
}

export class Moderator {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }
  async approve(number: number, locale: Locale): Promise<void> {
    await this.page
      .getByRole('button', { name: m.console_approve_number({ number }, { locale }), exact: true })
      .click();
  }
}
