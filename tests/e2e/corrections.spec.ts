/** An answer that was written down is put right: at the desk, and on the phone of whoever asked. */
import { expect, test } from '@playwright/test';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { FULL_ONLY, languages } from './support/forms';
import { expectAccessible } from './support/accessibility';
import { VotingCrowd, type Voter } from './support/crowd-of-votes';
import { Citizen, Host, type Locale } from './support/forum-people';
import { startHub, type RunningHub } from './support/running-hub';
import { Screens } from './support/screens';

const WORDS = {
  'zh-CN': {
    asked: '东街的路灯什么时候修？',
    first: '住建局答复：五月底前修好。',
    second: '住建局答复：六月底前修好。',
    third: '住建局答复：七月底前修好。',
    why: '记录时听错了月份',
    representative: '林女士',
  },
  en: {
    asked: 'When will the street lamps in East Street be mended?',
    first: 'Housing: mended by the end of May.',
    second: 'Housing: mended by the end of June.',
    third: 'Housing: mended by the end of July.',
    why: 'The month was misheard',
    representative: 'Ms Lin',
  },
} as const;

test.describe('correction of an answer', () => {
  let hub: RunningHub;
  let screens: Screens;
  let crowd: VotingCrowd;

  test.beforeEach(async ({ browser }) => {
    hub = await startHub();
    screens = new Screens(browser, `http://127.0.0.1:${hub.port}`, 'corrections');
    crowd = new VotingCrowd(`http://127.0.0.1:${hub.port}`);
  });
  test.afterEach(async () => {
    await crowd.stop();
    await screens.close();
    await hub.stop();
  });

  /** The first question of a forum, asked and answered. */
  async function answered(locale: Locale): Promise<{ citizen: Citizen; admin: Voter }> {
    const words = WORDS[locale];
    await hub.seed(locale);
    const citizen = new Citizen(await screens.open('/', 'phone', { locale }), locale);
    await citizen.ask(words.asked, '');
    const admin = await crowd.staff(await hub.signInPath('admin'));
    await admin.send({ type: 'screenQuestion', question: '1', department: null });
    await admin.send({ type: 'startAgendaItem', item: 'qa', from: null });
    await admin.send({ type: 'pickQuestion', question: '1', from: null });
    await admin.send({ type: 'answerQuestion', question: '1', notes: words.first });
    return { citizen, admin };
  }

  for (const locale of languages('zh-CN'))
    test(`is made at the desk, read by who asked, and taken back, ${locale}`, async () => {
      const said = { locale } as const;
      const words = WORDS[locale];
      const { citizen } = await answered(locale);
      await citizen.place('mine');
      await expect(citizen.page.getByText(words.first)).toBeVisible();

      const desk = await screens.open(await hub.signInPath('moderator'), 'tablet', { locale });
      await desk.getByRole('button', { name: m.desk_written({ count: '1' }, said) }).click();
      const label = m.desk_correct_number({ number: 1 }, said);
      const card = desk.getByRole('article', { name: label });
      await card.getByRole('button', { name: label }).click();
      const notes = card.getByLabel(m.console_notes_of({ number: 1 }, said));
      await expect(notes).toHaveValue(words.first);
      await notes.fill(words.second);
      await card.getByTestId('why').fill(words.why);
      await screens.picture(desk, `desk-correcting-${locale}`);
      await card.getByRole('button', { name: m.desk_save_correction({}, said) }).click();
      await expect(card.locator('form')).toHaveCount(0);
      await expect(card).toContainText(words.second);
      await card.locator('summary').click();
      await expect(card.locator('details')).toContainText(words.first);
      await screens.picture(desk, `desk-corrected-${locale}`);
      await expectAccessible(desk);

      const correction = citizen.page.getByTestId('correction');
      await expect(correction).toContainText(words.why);
      await expect(citizen.page.getByText(words.second)).toBeVisible();
      await expect(citizen.page.getByText(words.first)).toBeHidden();
      await correction.locator('summary').click();
      await expect(correction.getByText(words.first)).toBeVisible();
      await correction.scrollIntoViewIfNeeded();
      await screens.picture(citizen.page, `phone-corrected-${locale}`);
      await expectAccessible(citizen.page);

      // Undo is offered for ten seconds, and what was looked at took its time.
      await card.getByRole('button', { name: label }).click();
      await notes.fill(words.third);
      await card.getByRole('button', { name: m.desk_save_correction({}, said) }).click();
      await expect(citizen.page.getByText(words.third)).toBeVisible();
      await expect(desk.locator('.bar.own')).toContainText(
        m.desk_did_notes_number({ number: 1 }, said),
      );
      await expect(desk.getByTestId('undo')).toHaveAttribute('data-progress', 'ready');
      await desk.getByTestId('undo').click();
      await expect(citizen.page.getByText(words.third)).toBeHidden();
      await expect(citizen.page.getByText(words.second)).toBeVisible();
      await expect(correction).toContainText(words.why);
      screens.expectNoFaults();
    });

  for (const locale of languages('en'))
    test(`of an exchange, which the hall has rated, ${locale}`, FULL_ONLY, async () => {
      await hub.seed(locale);
      const said = { locale } as const;
      const words = WORDS[locale];
      const citizen = new Citizen(await screens.open('/', 'phone', { locale }), locale);
      const host = new Host(await screens.open(await hub.signInPath('host'), 'tablet', { locale }));
      const admin = await crowd.staff(await hub.signInPath('admin'));
      await admin.send({
        type: 'putRepresentative',
        representative: { id: 'lin', name: words.representative, chosenBy: 'lot', of: '' },
      });
      await admin.send({ type: 'startAgendaItem', item: 'interaction', from: null });
      await host.go('startExchange');
      await host.endExchange();

      const face = citizen.page.locator('[data-testid="rating"] [data-face="satisfied"]');
      await face.click();
      await expect(face).toHaveAttribute('aria-pressed', 'true');
      await screens.picture(citizen.page, `phone-rates-exchange-${locale}`);
      const strip = host.page.getByTestId('rating-strip');
      await expect(strip.locator('[data-face="satisfied"] b')).toHaveText('1');

      const desk = await screens.open(await hub.signInPath('moderator'), 'desk', { locale });
      const summary = desk.getByLabel(m.desk_outcome_summary({ number: 1 }, said));
      await summary.fill(words.first);
      await desk.getByRole('button', { name: m.desk_save_outcome({}, said) }).click();
      await desk.getByRole('button', { name: m.desk_written({ count: '1' }, said) }).click();
      const label = m.desk_correct_outcome({ number: 1 }, said);
      const card = desk.getByRole('article', { name: label });
      await expect(card).toContainText(words.first);
      await card.getByRole('button', { name: label }).click();
      await summary.fill(words.second);
      await card.getByTestId('why').fill(words.why);
      await card.getByRole('button', { name: m.desk_save_correction({}, said) }).click();
      await expect(card.locator('form')).toHaveCount(0);
      await expect(card).toContainText(words.second);
      await expect(card).toContainText(words.why);
      await card.locator('summary').click();
      await expect(card.locator('details')).toContainText(words.first);
      await screens.picture(desk, `exchange-corrected-${locale}`);
      await expectAccessible(desk);
      screens.expectNoFaults();
    });

  test(
    'keeps its words when another desk was quicker, and replaces what that wrote once it was read',
    FULL_ONLY,
    async () => {
      const locale = 'zh-CN';
      const said = { locale } as const;
      const words = WORDS[locale];
      await answered(locale);

      const label = m.desk_correct_number({ number: 1 }, said);
      const correcting = async () => {
        const page = await screens.open(await hub.signInPath('moderator'), 'tablet', { locale });
        await page.getByRole('button', { name: m.desk_written({ count: '1' }, said) }).click();
        const card = page.getByRole('article', { name: label });
        await card.getByRole('button', { name: label }).click();
        const save = card.getByRole('button', { name: m.desk_save_correction({}, said) });
        const notes = card.getByLabel(m.console_notes_of({ number: 1 }, said));
        return { page, card, notes, save, overtaken: card.getByTestId('overtaken') };
      };
      const [quicker, slower] = [await correcting(), await correcting()];
      await slower.notes.fill(words.second);
      await quicker.notes.fill(words.third);
      await quicker.save.click();
      await expect(quicker.card.locator('form')).toHaveCount(0);
      await expect(quicker.overtaken).toHaveCount(0);
      await expect(slower.overtaken).toContainText(words.third);
      await expect(slower.notes).toHaveValue(words.second);
      await expect(slower.save).toBeDisabled();
      await screens.picture(slower.page, 'desk-overtaken');
      await expectAccessible(slower.page);
      await slower.overtaken
        .getByRole('button', { name: m.desk_overtaken_go_on({}, said) })
        .click();
      await slower.save.click();
      await expect(slower.card.locator('form')).toHaveCount(0);
      await expect(quicker.card).toContainText(words.second);
      screens.expectNoFaults();
    },
  );
});
