/**
 * What a host does on an evening, in its order, and by which presses: `host-guide.spec.ts` does each from the main
 * screen, and docs/host-guide.md says it in the words beside this file. No task has more than two presses.
 */
import { m } from '@wenzheng/shared/paraglide/messages.js';
import type { Locale } from '../support/forum-people';

type Says = (inputs: Record<string, never>, options: { locale: Locale }) => string;

/** What is pressed: by its test id, or by role and words in a part of the screen; null for the first there. */
export type Target =
  | { readonly testId: string }
  | {
      readonly within: string;
      readonly role: 'button' | 'link' | 'textbox';
      readonly says: Says | null;
    };

export interface Press {
  readonly on: Target;
  /** `hold`: for a second; `type`: pressed, and then words are written there. */
  readonly how: 'press' | 'hold' | 'type';
}

export interface Task {
  readonly id: string;
  readonly presses: readonly [Press] | readonly [Press, Press];
}

const button = (testId: string, how: Press['how'] = 'press'): Press => ({ on: { testId }, how });
const buttonIn = (part: string, says: Says | null): Press => ({
  on: { within: part, role: 'button', says },
  how: 'press',
});
const part = (testId: string): string => `[data-testid="${testId}"]`;

const LARGE = button('primary');
const NOTES: Press = {
  on: { within: 'main', role: 'textbox', says: m.console_notes },
  how: 'type',
};
const DISPLAYS: Press = {
  on: { within: 'nav', role: 'link', says: m.displays_workspace },
  how: 'press',
};

export const STAGES = [
  {
    title: { 'zh-CN': '开场', en: 'Opening' },
    tasks: [
      { id: 'open', presses: [LARGE] },
      {
        id: 'rules',
        presses: [buttonIn('.choices', m.scene_scope), buttonIn('.choices', m.console_scene_floor)],
      },
      { id: 'next-item', presses: [LARGE] },
    ],
  },
  {
    title: { 'zh-CN': '政策宣讲', en: 'Policy talks' },
    tasks: [
      { id: 'give-floor', presses: [LARGE] },
      { id: 'add-minute', presses: [buttonIn('.speaking', m.console_add_minute)] },
      {
        id: 'pause',
        presses: [buttonIn('.speaking', m.console_pause), buttonIn('.speaking', m.console_resume)],
      },
      {
        id: 'tell-stage',
        presses: [button('stage-open'), buttonIn(part('stage-panel'), m.prompt_say_plain)],
      },
      {
        id: 'card',
        presses: [buttonIn(part('cards'), null), buttonIn(part('cards'), null)],
      },
      { id: 'interjection', presses: [button('interject'), LARGE] },
      { id: 'undo', presses: [button('undo')] },
      {
        id: 'catch-up',
        presses: [buttonIn(part('recovery'), null), buttonIn('dialog', m.recovery_apply)],
      },
    ],
  },
  {
    title: { 'zh-CN': '百姓提问', en: 'Questions' },
    tasks: [
      { id: 'next-question', presses: [LARGE] },
      { id: 'let-answer', presses: [LARGE] },
      { id: 'hand-over', presses: [button('other-officials'), button('hand-over')] },
      { id: 'answered', presses: [NOTES, button('answered')] },
      { id: 'end-rating', presses: [buttonIn(part('rating-strip'), m.rating_close)] },
      {
        id: 'most-supported',
        presses: [
          buttonIn('section.queue', m.console_order_support),
          buttonIn('section.queue ul', null),
        ],
      },
      { id: 'deflect', presses: [button('deflect')] },
    ],
  },
  {
    title: { 'zh-CN': '现场互动', en: 'Dialogue' },
    tasks: [
      { id: 'face-to-face', presses: [LARGE] },
      {
        id: 'record-outcome',
        presses: [button('record-outcome', 'type'), button('end-with-outcome')],
      },
    ],
  },
  {
    title: { 'zh-CN': '随时可能用到', en: 'At any time' },
    tasks: [
      { id: 'help', presses: [buttonIn(part('help-calls'), m.help_on_my_way)] },
      {
        id: 'blank',
        presses: [DISPLAYS, buttonIn('[data-display^="main"]', m.displays_blank)],
      },
      {
        id: 'emergency',
        presses: [button('emergency-open'), button('hold-emergency', 'hold')],
      },
      { id: 'all-clear', presses: [button('all-clear', 'hold')] },
    ],
  },
  {
    title: { 'zh-CN': '结束', en: 'Closing' },
    tasks: [{ id: 'close', presses: [LARGE, button('close-forum', 'hold')] }],
  },
] as const satisfies readonly {
  readonly title: Readonly<Record<Locale, string>>;
  readonly tasks: readonly Task[];
}[];

export type TaskId = (typeof STAGES)[number]['tasks'][number]['id'];

/** In the order of an evening. */
export const TASKS: readonly (Task & { readonly id: TaskId })[] = STAGES.flatMap<
  Task & { readonly id: TaskId }
>(({ tasks }) => [...tasks]);
