/** A hub, the host's tablet and the big screen; everybody else of the evening is there without a screen. */
import type { Browser, Page } from '@playwright/test';
import { builtInTexts } from '@wenzheng/server/src/forum/agenda/built-in-texts';
import { instant, minutes } from '@wenzheng/shared/time/instant';
import { citizensQuestions } from '../support/citizens-questions';
import { VotingCrowd, type Voter } from '../support/crowd-of-votes';
import { Host, type Locale } from '../support/forum-people';
import { startHub } from '../support/running-hub';
import { Screens } from '../support/screens';

/** Asked at the microphone, in this order: their numbers begin with one. */
export const QUESTIONS = {
  'zh-CN': [citizensQuestions[0], citizensQuestions[1], citizensQuestions[2]],
  en: [
    'Is it true that children from Huaiyin will be sent to another school this year?',
    'When does the last bus to the next county leave now? It used to be half past seven.',
    'The street lamps between the school and the post office have been out for a month.',
  ],
} as const;
export const REPRESENTATIVE = { 'zh-CN': '陈阿婆', en: 'Grandma Chen' } as const;
/** More than the opening takes, so that the talks begin late. */
const LATE = minutes(17);

export interface Evening {
  readonly locale: Locale;
  readonly screens: Screens;
  readonly host: Host;
  readonly display: Page;
  /** The monitor before whoever speaks. */
  readonly stage: Page;
  readonly organiser: Voter;
  readonly volunteer: Voter;
  readonly phones: readonly Voter[];
  /** Of the heads of department, in the order of their talks. */
  readonly speakers: readonly string[];
  stop(): Promise<void>;
}

export async function beginEvening(browser: Browser, locale: Locale): Promise<Evening> {
  const hub = await startHub();
  await hub.seed(locale);
  const base = `http://127.0.0.1:${hub.port}`;
  const screens = new Screens(browser, base, `host-guide-${locale}`);
  const crowd = new VotingCrowd(base);
  const organiser = await crowd.staff(await hub.signInPath('admin'));
  const startsAt = instant(Date.now() - LATE);
  await organiser.send({ type: 'editForum', fields: { startsAt } });
  const show = (path: string): Promise<Page> => screens.open(path, 'display', { locale });
  return {
    ...{ locale, screens, organiser },
    host: new Host(await screens.open(await hub.signInPath('host'), 'tablet', { locale })),
    display: await show(`/display?lang=${locale}`),
    stage: await show(`/display?layout=stage&lang=${locale}`),
    volunteer: await crowd.staff(await hub.signInPath('volunteer')),
    phones: await Promise.all([crowd.phone(), crowd.phone()]),
    speakers: builtInTexts[locale].departments.flatMap(({ head }) => (head ? [head.name] : [])),
    stop: async () => {
      await crowd.stop();
      await screens.close();
      await hub.stop();
    },
  };
}

export async function askAtMicrophone({ volunteer, locale }: Evening): Promise<void> {
  for (const text of QUESTIONS[locale])
    await volunteer.send({
      ...{ type: 'logQuestion', source: 'mic', serial: null, name: null, text },
      department: 'housing',
    });
}
