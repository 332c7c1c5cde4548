/** The people of a forum, each doing on their own screen what they would do there. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Zone } from '@wenzheng/shared/forum/access';
import type { DeclineReason, DeflectionReason } from '@wenzheng/shared/forum/questions';
import type { OutcomeKind } from '@wenzheng/shared/forum/floor';
import type { Answer } from '@wenzheng/shared/forum/opinions';
import { m } from '@wenzheng/shared/paraglide/messages.js';

export type Locale = 'zh-CN' | 'en';

/** A promise as it is written down in a test. */
export interface Promised {
  readonly what: string;
}

export class Organiser {
  readonly page: Page;
  readonly #locale: Locale;

  constructor(page: Page, locale: Locale) {
    this.page = page;
    this.#locale = locale;
  }

  async open(workspace: 'setup' | 'access' | 'closing' | 'readiness'): Promise<void> {
    await this.page.goto(`${new URL(this.page.url()).pathname}#${workspace}`);
  }
  /** Writes into a field of the set-up page and leaves it; saved when it says so. */
  async write(section: string, field: string, text: string): Promise<void> {
    const control = this.page.locator(`#${section} [id$=".${field}"]`).first();
    await control.fill(text);
    await control.blur();
    const saved = m.setup_saved({}, { locale: this.#locale });
    await expect(this.page.locator(`#${section}`).getByText(saved).first()).toBeVisible();
  }
  async addRepresentative(name: string, chosenBy: string, of: string): Promise<void> {
    const label = m.setup_add_representative({}, { locale: this.#locale });
    const form = this.page.getByRole('form', { name: label });
    await form.locator('input').first().fill(name);
    await form.locator('select').selectOption(chosenBy);
    if (of !== '') await form.locator('input').last().fill(of);
    await form.getByRole('button').click();
    await expect(form.locator('input').first()).toHaveValue('');
  }
  /** Has a sign-in code shown for `role`; answers the path that it stands for. */
  async handOut(
    role: 'host' | 'moderator' | 'volunteer' | 'kiosk',
    zone: Zone | null = null,
  ): Promise<string> {
    await this.page.getByTestId(`link-${role}`).click();
    const dialog = this.page.getByRole('dialog');
    if (zone) await dialog.locator('#link-zone').selectOption(zone);
    const address = dialog.locator('input[readonly]');
    await expect(address).toHaveValue(/\/console\/enter\//);
    const url = await address.inputValue();
    await dialog
      .getByRole('button', { name: m.access_close({}, { locale: this.#locale }) })
      .click();
    return new URL(url).pathname;
  }
}

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
  /** Says another reason for the deflection just made. */
  async deflectionReason(reason: DeflectionReason): Promise<void> {
    const select = this.page.locator('[aria-labelledby="deflected-heading"] select').first();
    await select.selectOption(reason);
    await expect(select).toHaveValue(reason);
  }
  async show(scene: string): Promise<void> {
    await this.page.locator('.choices').getByRole('button', { name: scene, exact: true }).click();
  }
  /** Ends the exchange on the floor with its outcome written down at once. */
  async endWithOutcome(
    kind: OutcomeKind,
    summary: string,
    promised: Promised | null,
    locale: Locale,
  ) {
    await this.page.getByTestId('record-outcome').click();
    await this.page
      .getByRole('button', { name: m[`outcome_${kind}`]({}, { locale }), exact: true })
      .click();
    await this.page.getByTestId('outcome-summary').fill(summary);
    if (promised) await this.page.getByTestId('commitment-what').fill(promised.what);
    await this.page.getByTestId('end-with-outcome').click();
  }
  async endExchange(): Promise<void> {
    await this.page.getByTestId('end-exchange').click();
  }
  /** Holds the button that closes the forum for the second it asks for. */
  async closeForum(): Promise<void> {
    await this.#hold('close-forum', () => expect(this.page.getByTestId('closed')).toBeVisible());
  }
  /** Opens what an emergency says; it is raised or changed with `sayIt`. */
  async openEmergency(): Promise<Locator> {
    await this.page.getByTestId('emergency-open').click();
    return this.page.getByRole('dialog');
  }
  /** Holds the button of the open dialog. */
  async sayIt(): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    await this.#hold('hold-emergency', () => expect(dialog).toHaveCount(0));
    await expect(this.page.getByTestId('emergency')).toBeVisible();
  }
  async allClear(): Promise<void> {
    await this.#hold('all-clear', () => expect(this.page.getByTestId('emergency')).toHaveCount(0));
  }

  async #hold(button: string, done: () => Promise<void>): Promise<void> {
    await this.page.getByTestId(button).hover();
    await this.page.mouse.down();
    await done();
    await this.page.mouse.up();
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
  async ask(text: string, name: string, topic = ''): Promise<string> {
    const locale = this.#locale;
    await this.place('now');
    await this.page.getByRole('button', { name: m.audience_ask({}, { locale }) }).click();
    const another = this.page.getByRole('button', { name: m.audience_ask_another({}, { locale }) });
    const field = this.page.locator('#ask-text');
    await expect(another.or(field)).toBeVisible();
    if (await another.isVisible()) await another.click();
    await field.fill(text);
    await this.page.locator('#ask-name').fill(name);
    await this.page.locator('#ask-topic').selectOption(topic);
    await this.page.getByRole('button', { name: m.audience_ask_send({}, { locale }) }).click();
    const code = this.page.locator('.figure');
    await expect(code).toHaveText(/^[2-9A-HJKMNP-Z]{3}-[2-9A-HJKMNP-Z]{3}$/);
    return (await code.textContent()) ?? '';
  }

  /** The statement that waits for an answer, once it is another one than `before`. */
  async statement(before: string): Promise<string> {
    const shown = this.page.locator('.statement h1');
    await expect(shown).not.toHaveText(before);
    // What was meant for the statement before is not taken; no person reads and presses so fast.
    await this.page.waitForTimeout(400);
    return (await shown.textContent()) ?? '';
  }
  /** Answers it; so many answers are given then. */
  async answer(answer: Answer, given: number): Promise<void> {
    await this.page.locator(`[data-answer="${answer}"]`).click();
    await expect(this.page.locator('progress')).toHaveAttribute('value', String(given));
  }
  /** Submits a statement. */
  async say(text: string): Promise<void> {
    const locale = this.#locale;
    await this.place('now');
    await this.page.goto('/#say');
    const another = this.page.getByRole('button', { name: m.audience_say_another({}, { locale }) });
    const field = this.page.locator('#say-text');
    await expect(another.or(field)).toBeVisible();
    if (await another.isVisible()) await another.click();
    await field.fill(text);
    await this.page.getByRole('button', { name: m.audience_say_send({}, { locale }) }).click();
    await expect(this.page.getByText(m.audience_say_done({}, { locale }))).toBeVisible();
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
  readonly #locale: Locale;

  constructor(page: Page, locale: Locale) {
    this.page = page;
    this.#locale = locale;
  }
  async approve(number: number): Promise<void> {
    await this.#press(m.console_approve_number({ number }, { locale: this.#locale }));
  }
  async decline(number: number, reason: DeclineReason): Promise<void> {
    const locale = this.#locale;
    await this.#press(m.console_decline_number({ number }, { locale }));
    await this.#press(m[`decline_${reason}`]({}, { locale }));
  }
  /** Puts `text` in the place of the asker's words. */
  async edit(number: number, text: string): Promise<void> {
    const locale = this.#locale;
    await this.#press(m.desk_edit_number({ number }, { locale }));
    await this.page.getByLabel(m.desk_edit_words({ number }, { locale })).fill(text);
    await this.#press(m.desk_save({}, { locale }));
  }
  /** Completes the notes of the topmost answer that waits for them. */
  async completeNotes(notes: string, promised: Promised | null): Promise<void> {
    const card = this.page.locator('section[aria-labelledby="notes-heading"] form').first();
    await card.locator('textarea').fill(notes);
    if (promised) {
      await card.locator('input[type="checkbox"]').check();
      await card.locator('.commitment input').first().fill(promised.what);
      const department = card.locator('.commitment select');
      if ((await department.inputValue()) === '') await department.selectOption({ index: 1 });
    }
    await this.#submitted(card);
  }
  async recordOutcome(
    kind: OutcomeKind,
    summary: string,
    promised: Promised | null,
  ): Promise<void> {
    const card = this.page.locator('section[aria-labelledby="outcomes-heading"] form').first();
    await card.locator(`input[value="${kind}"]`).check();
    await card.locator('textarea').fill(summary);
    if (promised) await card.locator('.commitment input').first().fill(promised.what);
    await this.#submitted(card);
  }
  async openStatements(): Promise<void> {
    await this.page.locator('#desk-tab-statements').click();
  }
  async addStatement(text: string): Promise<void> {
    const locale = this.#locale;
    const field = this.page.getByLabel(m.desk_add_statement({}, { locale }));
    await field.fill(text);
    await this.#press(m.desk_add({}, { locale }));
    await expect(field).toHaveValue('');
  }
  async approveStatement(number: number): Promise<void> {
    await this.#press(m.desk_approve_statement({ number }, { locale: this.#locale }));
  }

  async #submitted(card: Locator): Promise<void> {
    const cards = this.page.locator('form:has(textarea)');
    const before = await cards.count();
    await card.locator('button[type="submit"]').click();
    await expect(cards).toHaveCount(before - 1);
  }
  #press(name: string): Promise<void> {
    return this.page.getByRole('button', { name, exact: true }).click();
  }
}

export class Kiosk {
  readonly page: Page;
  readonly #locale: Locale;

  constructor(page: Page, locale: Locale) {
    this.page = page;
    this.#locale = locale;
  }
  /** Asks and leaves the machine as the next person finds it; answers the tracking code. */
  async ask(text: string, whileShown: () => Promise<void>): Promise<string> {
    const locale = this.#locale;
    await this.page.getByRole('button', { name: m.kiosk_ask({}, { locale }) }).click();
    await this.page.locator('#kiosk-text').fill(text);
    await this.page.getByRole('button', { name: m.audience_ask_send({}, { locale }) }).click();
    const code = this.page.locator('.figure');
    await expect(code).toHaveText(/^[2-9A-HJKMNP-Z]{3}-[2-9A-HJKMNP-Z]{3}$/);
    const shown = (await code.textContent()) ?? '';
    await whileShown();
    await this.page.getByRole('button', { name: m.kiosk_done({}, { locale }) }).click();
    return shown;
  }
  async lookUp(code: string): Promise<void> {
    const locale = this.#locale;
    await this.page.getByRole('button', { name: m.kiosk_look({}, { locale }) }).click();
    await this.page.locator('#look-code').fill(code);
    await this.page.getByRole('button', { name: m.audience_look_button({}, { locale }) }).click();
    await expect(this.page.locator('article').getByText(code)).toBeVisible();
  }
  async leave(): Promise<void> {
    await this.page
      .getByRole('button', { name: m.kiosk_home({}, { locale: this.#locale }) })
      .click();
  }
}
