/** What each press of the guide has to bring about, on the screens that it is for. */
import { expect, type Locator } from '@playwright/test';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { secondsShown } from '../support/watch';
import { askAtMicrophone, QUESTIONS, REPRESENTATIVE, type Evening } from './evening';
import type { TaskId } from './tasks';

type Step = () => Promise<void>;

const MOST_SUPPORTED = '3';

export interface Doing {
  /** What others do before it, so that it can be done; the host's presses here count for nothing. */
  readonly before: Step;
  /** One for each press. */
  readonly after: readonly [Step, ...Step[]];
}

const nothing: Step = async () => undefined;
const doing = (...after: [Step, ...Step[]]): Doing => ({ before: nothing, after });

export function doings(evening: Evening): Readonly<Record<TaskId, Doing>> {
  const { host, display, stage, organiser, volunteer, phones, speakers, locale } = evening;
  const say = { locale };
  const { page } = host;
  const scene = (name: string): Locator => display.locator(`[data-scene="${name}"]`);
  const shows =
    (seen: Locator): Step =>
    () =>
      expect(seen).toBeVisible();
  const hides =
    (gone: Locator): Step =>
    () =>
      expect(gone).toHaveCount(0);
  const speaking = (index: number): Step => shows(scene('talk').getByText(speakers[index] ?? ''));
  const rated = display.getByTestId('rated');
  let seconds = 0;
  const look: Step = async () => {
    seconds = await secondsShown(display);
  };

  return {
    open: doing(shows(scene('opening'))),
    rules: doing(shows(scene('scope')), shows(scene('opening'))),
    'next-item': doing(shows(scene('agenda'))),
    'give-floor': doing(async () => {
      await speaking(0)();
      await shows(scene('talk').getByRole('timer'))();
    }),
    'add-minute': {
      before: look,
      after: [() => expect.poll(() => secondsShown(display)).toBeGreaterThan(seconds + 30)],
    },
    pause: doing(
      async () => {
        await expect(page.locator('.speaking')).toContainText(m.clock_paused({}, say));
        await look();
        await page.waitForTimeout(1_200);
        expect(await secondsShown(display)).toBe(seconds);
      },
      () => expect.poll(() => secondsShown(display)).toBeLessThan(seconds),
    ),
    'tell-stage': doing(shows(page.getByTestId('stage-panel')), () =>
      expect(stage.getByTestId('stage-message')).toHaveText(m.prompt_say_plain({}, say)),
    ),
    card: doing(shows(display.getByTestId('card-word')), shows(scene('talk'))),
    interjection: doing(
      shows(display.getByTestId('interjection')),
      hides(display.getByTestId('interjection')),
    ),
    undo: {
      before: async () => {
        await host.go('startTalk');
        await speaking(1)();
      },
      after: [speaking(0)],
    },
    'catch-up': doing(shows(page.getByRole('dialog')), async () => {
      await shows(page.getByText(m.console_on_time({}, say)))();
      await hides(page.getByTestId('recovery'))();
    }),
    'next-question': {
      before: async () => {
        await host.jumpTo(m.stage_qa({}, say), locale);
        await shows(scene('join'))();
        await askAtMicrophone(evening);
        await expect(host.primary).toHaveAttribute('data-action', 'pickQuestion');
      },
      after: [shows(scene('question'))],
    },
    'let-answer': doing(shows(display.getByTestId('answerer'))),
    'hand-over': doing(
      shows(page.getByTestId('others')),
      shows(display.getByText(m.answer_after({ names: speakers[0] ?? '' }, say))),
    ),
    answered: doing(
      () => expect(page.getByRole('main').getByRole('textbox')).toBeFocused(),
      async () => {
        await shows(rated)();
        await hides(display.locator('[data-scene] [role="timer"]'))();
      },
    ),
    'end-rating': {
      before: async () => {
        await phones[0]?.send({ type: 'rateAnswer', answer: 'q1', face: 'satisfied' });
      },
      after: [() => expect(rated.locator('[data-face="satisfied"] b')).toHaveText('1')],
    },
    'most-supported': {
      before: async () => {
        for (const phone of phones)
          await phone.send({ type: 'supportQuestion', question: MOST_SUPPORTED, on: true });
        const supported = m.console_support({ count: String(phones.length) }, say);
        await expect(page.locator('section.queue').getByText(supported)).toBeVisible();
      },
      after: [
        () =>
          expect(
            page.getByRole('button', { name: m.console_order_support({}, say), exact: true }),
          ).toHaveAttribute('aria-pressed', 'true'),
        () => expect(scene('question')).toContainText(QUESTIONS[locale][2]),
      ],
    },
    deflect: doing(shows(scene('deflection'))),
    'face-to-face': {
      before: async () => {
        const name = REPRESENTATIVE[locale];
        const representative = { id: 'r1', name, chosenBy: 'lot', of: '' } as const;
        await organiser.send({ type: 'putRepresentative', representative });
        await host.jumpTo(m.stage_interaction({}, say), locale);
      },
      after: [shows(scene('dialogue'))],
    },
    'record-outcome': doing(
      () => expect(page.getByTestId('outcome-summary')).toBeFocused(),
      hides(scene('dialogue')),
    ),
    help: {
      before: async () => {
        await volunteer.send({
          ...{ type: 'callForHelp', reason: 'medical', zone: 'rest', where: null },
        });
      },
      after: [
        () => expect(page.getByTestId('help-calls')).not.toContainText(m.help_waits({}, say)),
      ],
    },
    blank: doing(shows(page.locator('[data-display^="main"]')), shows(display.locator('.blank'))),
    emergency: doing(
      shows(page.getByRole('dialog')),
      shows(display.locator('[data-emergency="evacuate"]')),
    ),
    'all-clear': doing(hides(display.locator('[data-emergency]'))),
    close: {
      before: () => host.jumpTo(m.stage_closing({}, say), locale),
      after: [shows(page.getByTestId('close-forum')), shows(page.getByTestId('closed'))],
    },
  };
}
