/** A hub, the host's tablet and the big screen; everybody else of the evening is there without a screen. */
import type { Browser, Page } from '@playwright/test';
import { builtInTexts } from '@wenzheng/server/src/forum/agenda/built-in-texts';
import { instant, minutes } from '@wenzheng/shared/time/instant';
import { citizensQuestions } from '../support/citizens-questions';
import { VotingCrowd, type Voter } from '../support/crowd-of-votes';
import { Host, type Locale } from '../support/forum-people';
import { startHub } from '../support/running-hub';
import { Screens } from '../support/screens';

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

/** Three people at the microphone ask; their questions have the numbers from one on. */
export async function askAtMicrophone({ volunteer }: Evening): Promise<void> {
  for (const text of citizensQuestions.slice(0, 3))
    await volunteer.send({
      ...{ type: 'logQuestion', source: 'mic', serial: null, name: null, text },
      department: 'housing',
    });
}
