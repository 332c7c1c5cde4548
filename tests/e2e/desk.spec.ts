/** The moderation desk: by keys alone, over all questions, with phones and the big screen following. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { DECLINE_REASONS } from '@wenzheng/shared/forum/questions';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { FULL, FULL_ONLY, languages } from './support/forms';
import { expectAccessible } from './support/accessibility';
import { Citizen, Host, Organiser, type Locale } from './support/forum-people';
import { startHub, type RunningHub } from './support/running-hub';
import { Screens } from './support/screens';

const locale: Locale = 'zh-CN';
const said = { locale } as const;
const NUMBER = '13800138000';
const BUS = '3路公交车晚上八点就没有了，下班回不了家';
const BUS_AGAIN = '晚上八点以后没有3路公交车，加班的人怎么回家';
const LAMP = `东街的路灯坏了两个月没人修，我的电话${NUMBER}`;
const WATER = '自来水又黄又浑，什么时候换管道';
const LIFT = '四号楼装电梯，一楼不同意怎么办';
/** Topics of the built-in forum. */
const LIFTS = '老楼加装电梯';
const SCHOOL = '孩子入学';
const MARKET = '菜市场门口天天堵车';

test.describe('the desk', () => {
  let hub: RunningHub;
  let screens: Screens;

  test.beforeEach(async ({ browser }) => {
    hub = await startHub();
    await hub.seed(locale);
    screens = new Screens(browser, `http://127.0.0.1:${hub.port}`, 'desk');
  });
  test.afterEach(async () => {
    screens.expectNoFaults();
    await screens.close();
    await hub.stop();
  });

  const card = (page: Page, number: number, language: Locale = locale): Locator =>
    page.getByRole('article', {
      name: m.question_number({ number }, { locale: language }),
      exact: true,
    });
  const deskPage = async (size: 'tablet' | 'desk', language: Locale = locale): Promise<Page> => {
    const page = await screens.open(await hub.signInPath('moderator'), size, { locale: language });
    await expect(page.locator('#screening-heading')).toBeVisible();
    return page;
  };
  const ask = async (...texts: string[]): Promise<Citizen> => {
    const citizen = new Citizen(await screens.open('/', 'phone', { locale }), locale);
    for (const text of texts) await citizen.ask(text, '');
    return citizen;
  };

  test('is worked by keys alone: accept, edit, decline with a reason that the asker reads, undo', async () => {
    const citizen = await ask(BUS, WATER, MARKET);
    const desk = await deskPage('desk');
    await expect(card(desk, 3)).toBeVisible();
    await screens.picture(desk, 'desk');
    await expectAccessible(desk);

    await desk.keyboard.press('?');
    await expect(desk.getByRole('dialog')).toBeVisible();
    await screens.picture(desk, 'keys');
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('a');
    await expect(card(desk, 1)).toBeHidden();
    await desk.keyboard.press('j');
    await expect(card(desk, 3)).toHaveAttribute('aria-current', 'true');
    await desk.keyboard.press('k');
    await desk.keyboard.press('e');
    await desk.getByLabel(m.desk_edit_words({ number: 2 }, said)).fill('自来水什么时候换管道');
    await desk.keyboard.press('Tab');
    await desk.keyboard.press('Tab');
    await desk.keyboard.press('Enter');
    await expect(card(desk, 2)).toContainText(m.desk_original({}, said));
    await desk.keyboard.press('j');
    await desk.keyboard.press('d');
    await screens.picture(desk, 'declining');
    await desk.keyboard.press(String(DECLINE_REASONS.indexOf('no_question') + 1));
    await expect(card(desk, 3)).toBeHidden();
    await citizen.place('mine');
    await expect(citizen.page.getByText(m.decline_no_question({}, said))).toBeVisible();
    // Undo is held for a moment whenever it comes to take back something else.
    await expect(desk.locator('.bar.own')).toContainText(
      m.console_did_decline_number({ number: 3 }, said),
    );
    await expect(desk.getByTestId('undo')).toHaveAttribute('data-progress', 'ready');
    await desk.keyboard.press('u');
    await expect(card(desk, 3)).toBeVisible();
  });

  test(
    'shows a desk that was slower what the quicker one wrote, and replaces it once that was read',
    FULL_ONLY,
    async () => {
      await ask(BUS);
      const editing = async () => {
        const page = await deskPage('tablet');
        const own = card(page, 1);
        await own.getByRole('button', { name: m.desk_edit_number({ number: 1 }, said) }).click();
        return {
          ...{ page, own, overtaken: own.getByTestId('overtaken') },
          words: own.getByLabel(m.desk_edit_words({ number: 1 }, said)),
          save: own.getByRole('button', { name: m.desk_save({}, said) }),
        };
      };
      const QUICK = '晚上九点以后能不能加一班公交';
      const SLOW = '河口镇夜里没有公交车';
      const [quicker, slower, third] = [await editing(), await editing(), await editing()];
      await slower.words.fill(SLOW);
      await quicker.words.fill(QUICK);
      await quicker.save.click();
      await expect(quicker.words).toHaveCount(0);

      // Both texts stand at the slower desk, and nothing is saved before it has chosen.
      await expect(slower.overtaken).toContainText(QUICK);
      await expect(slower.words).toHaveValue(SLOW);
      await expect(slower.save).toBeDisabled();
      await screens.picture(slower.page, 'edit-overtaken');
      await expectAccessible(slower.page);
      // Loaded anew it still knows which words it was begun with.
      await slower.page.reload();
      await slower.own
        .getByRole('button', { name: m.desk_edit_number({ number: 1 }, said) })
        .click();
      await expect(slower.words).toHaveValue(SLOW);
      await expect(slower.save).toBeDisabled();

      // Who has written nothing yet begins with what stands there now, and is asked nothing.
      await expect(third.words).toHaveValue(QUICK);
      await expect(third.overtaken).toHaveCount(0);
      await third.words.press('Escape');
      await expect(third.words).toHaveCount(0);
      await expect(third.own).toContainText(QUICK);

      await slower.overtaken
        .getByRole('button', { name: m.desk_overtaken_go_on({}, said) })
        .click();
      await slower.save.click();
      await expect(slower.words).toHaveCount(0);
      await expect(quicker.own).toContainText(SLOW);
      await expect(quicker.own).toContainText(m.desk_original({}, said));
    },
  );

  test('finds any question by any part of it, and works on several at once', async () => {
    await ask(BUS, WATER, MARKET, LAMP);
    const desk = await deskPage('tablet');
    const field = desk.getByRole('searchbox');
    await expect(card(desk, 4)).toBeVisible();
    await desk.keyboard.press('/');
    await expect(field).toBeFocused();
    for (const [wanted, number] of [
      ['灯', 4],
      ['換管道', 2],
      ['门口天天', 3],
    ] as const) {
      await field.fill(wanted);
      await expect(desk.getByRole('article')).toHaveCount(1);
      await expect(card(desk, number)).toBeVisible();
    }
    await screens.picture(desk, 'search');
    await field.fill('');
    await desk
      .getByLabel(m.moderation_flag({}, said), { exact: true })
      .selectOption('personal_data');
    await expect(desk.getByRole('article')).toHaveCount(1);
    await expect(card(desk, 4)).toContainText(NUMBER);
    await desk.getByLabel(m.moderation_flag({}, said), { exact: true }).selectOption('');
    for (const number of [2, 3])
      await desk.getByLabel(m.moderation_mark_number({ number }, said)).check();
    await screens.picture(desk, 'bulk');
    await expectAccessible(desk);
    await desk.getByRole('button', { name: m.moderation_decline_all({}, said) }).click();
    await desk.getByRole('button', { name: m.decline_duplicate({}, said) }).click();
    await expect(desk.getByRole('article')).toHaveCount(2);
    for (const number of [1, 4])
      await desk.getByLabel(m.moderation_mark_number({ number }, said)).check();
    await desk.getByRole('button', { name: m.moderation_accept_all({}, said) }).click();
    await expect(desk.getByRole('article')).toHaveCount(0);
    await desk.getByLabel(m.moderation_place({}, said)).selectOption('declined');
    await expect(desk.getByRole('article')).toHaveCount(2);
  });

  for (const language of languages('en'))
    test(
      `puts questions to topics, as who asks says or the words do, and the host finds them by it, ${language}`,
      FULL_ONLY,
      async () => {
        const inLanguage = { locale: language } as const;
        const citizen = await ask(LIFT);
        await citizen.ask(WATER, '', SCHOOL);
        const desk = await deskPage('tablet', language);
        const topicOf = (number: number): Locator =>
          desk.getByLabel(m.moderation_topic_of({ number }, inLanguage));
        await expect(topicOf(1)).toHaveValue(LIFTS);
        await expect(topicOf(2)).toHaveValue(SCHOOL);
        await screens.picture(desk, `topics-${language}`);
        await desk.getByLabel(m.console_topic({}, inLanguage), { exact: true }).selectOption(LIFTS);
        await expect(card(desk, 2, language)).toBeHidden();
        await expect(card(desk, 1, language)).toBeVisible();
        await desk.getByLabel(m.console_topic({}, inLanguage), { exact: true }).selectOption('');
        await topicOf(2).selectOption('');
        for (const number of [1, 2]) {
          const accept = desk.getByRole('button', {
            name: m.console_approve_number({ number }, inLanguage),
          });
          await accept.click();
          await expect(accept).toBeHidden();
        }

        const host = await screens.open(await hub.signInPath('host'), 'tablet', {
          locale: language,
        });
        const queued = host.locator('.queue article');
        await expect(queued).toHaveCount(2);
        await host.getByTestId('filter').click();
        await host.getByLabel(m.console_topic({}, inLanguage), { exact: true }).selectOption(LIFTS);
        await expect(queued).toHaveCount(1);
        await expect(queued).toContainText(LIFTS);
        await screens.picture(host, `queue-by-topic-${language}`);
        await expectAccessible(host);
      },
    );

  test('merges what asks the same, tells who asked, and takes it back', async () => {
    const citizen = await ask(BUS);
    const desk = await deskPage('tablet');
    await expect(card(desk, 1)).toBeVisible();
    await desk.keyboard.press('a');
    await expect(card(desk, 1)).toBeHidden();
    const other = await ask(BUS_AGAIN);
    await expect(card(desk, 2)).toBeVisible();
    await desk.keyboard.press('m');
    const into = desk.getByRole('button', {
      name: m.moderation_merge_into_number({ number: 1 }, said),
    });
    await expect(into).toBeVisible();
    await screens.picture(desk, 'merging');
    await expectAccessible(desk);
    await into.click();
    await expect(card(desk, 2)).toBeHidden();
    await other.place('mine');
    const told = other.page.getByText(m.moderation_merged_into({ number: 1 }, said));
    await expect(told).toBeVisible();
    await screens.picture(other.page, 'merged-asker');
    await desk.getByTestId('undo').click();
    await expect(card(desk, 2)).toBeVisible();
    await expect(told).toBeHidden();

    await desk.keyboard.press('m');
    await into.click();
    await desk.getByLabel(m.moderation_place({}, said)).selectOption('open');
    await card(desk, 1).locator('summary').click();
    await expect(card(desk, 1)).toContainText(BUS_AGAIN);
    await screens.picture(desk, 'included');
    await card(desk, 1)
      .getByRole('button', { name: m.moderation_separate_number({ number: 2 }, said) })
      .click();
    await expect(told).toBeHidden();
    await citizen.page.close();
  });

  for (const easy of FULL ? [false, true] : [false])
    test(`a phone supports what was asked already instead of asking again${easy ? ', in easy mode' : ''}`, async () => {
      await ask(BUS);
      const desk = await deskPage('desk');
      await expect(card(desk, 1)).toBeVisible();
      await desk.keyboard.press('a');
      await expect(card(desk, 1)).toBeHidden();
      const phone = await screens.open('/', 'phone', { locale });
      if (easy) await phone.getByRole('button', { name: m.audience_easy_on({}, said) }).click();
      await phone.goto('/#ask');
      await phone.locator('#ask-text').fill(BUS_AGAIN);
      const support = phone.getByRole('button', {
        name: m.moderation_similar_press_number({ number: 1 }, said),
      });
      await expect(support).toBeVisible();
      await support.scrollIntoViewIfNeeded();
      await screens.picture(phone, `similar${easy ? '-easy' : ''}`);
      await expectAccessible(phone);
      await support.click();
      await expect(
        phone.getByRole('heading', { name: m.moderation_similar_done({ number: 1 }, said) }),
      ).toBeVisible();
      await screens.picture(phone, `supported${easy ? '-easy' : ''}`);
      await phone.getByRole('button', { name: m.moderation_similar_go_on({}, said) }).click();
      await expect(phone.locator('#ask-text')).toHaveValue(BUS_AGAIN);
      await phone.goto('/#questions');
      await expect(new Citizen(phone, locale).support(1)).toContainText('1');
    });

  test('a number is covered on phone and big screen, and read in full at the desk', async () => {
    await ask(LAMP);
    const desk = await deskPage('tablet');
    await expect(card(desk, 1)).toContainText(NUMBER);
    await screens.picture(desk, 'flags');
    await desk.keyboard.press('a');
    const host = new Host(await screens.open(await hub.signInPath('host'), 'tablet', { locale }));
    await expect(host.page.locator('.queue article')).toHaveCount(1);
    const [display, phone] = [
      await screens.open('/display', 'display', { locale }),
      await screens.open('/#questions', 'phone', { locale }),
    ];
    await expect(phone.getByRole('listitem').first()).toContainText('＊＊＊');
    await host.jumpTo('百姓提问', locale);
    await host.go('pickQuestion');
    const scene = display.locator('[data-scene="question"]');
    await expect(scene).toContainText('＊＊＊');
    await screens.picture(display, 'masked-display');
    await screens.picture(phone, 'masked-phone');
    for (const page of [display, phone]) expect(await page.content()).not.toContain(NUMBER);
  });

  test(
    'points out what the organisers’ list has, and what asks the same, in English too',
    FULL_ONLY,
    async () => {
      const english = { locale: 'en' } as const;
      await ask(BUS, BUS_AGAIN, LAMP);
      const admin = await screens.open(await hub.signInPath('admin'), 'tablet', english);
      const organiser = new Organiser(admin, 'en');
      await organiser.open('setup');
      const list = admin.getByLabel(m.moderation_rude_list({}, english), { exact: true });
      await list.fill(`回不了家\n${await list.inputValue()}`);
      await list.blur();
      const desk = await deskPage('tablet', 'en');
      const first = desk.getByRole('article', {
        name: m.question_number({ number: 1 }, english),
        exact: true,
      });
      await expect(first).toContainText(m.moderation_rude_words({ words: '回不了家' }, english));
      await expect(
        desk.getByRole('heading', { name: m.moderation_alike_heading({ number: 1 }, english) }),
      ).toBeVisible();
      await expect(
        desk.getByRole('button', { name: m.moderation_merge_into_number({ number: 2 }, english) }),
      ).toBeVisible();
      await screens.picture(desk, 'english');
      await expectAccessible(desk);
      await desk.getByLabel(m.moderation_mark_number({ number: 1 }, english)).check();
      await desk.getByLabel(m.moderation_mark_number({ number: 2 }, english)).check();
      await screens.picture(desk, 'english-bulk');
      await desk.getByRole('button', { name: m.moderation_merge_all({}, english) }).click();
      await expect(desk.getByRole('article')).toHaveCount(2);
      await desk.getByTestId('undo').click();
      await expect(desk.getByRole('article')).toHaveCount(3);
      await desk.keyboard.press('d');
      await screens.picture(desk, 'english-declining');
      await desk.keyboard.press('Escape');
      await expect(
        desk.getByRole('button', { name: m.decline_no_question({}, english) }),
      ).toBeHidden();
    },
  );
});
