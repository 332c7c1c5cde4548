/** What a message to the stage says, in the page's language. */
import type { StageMessageView, StageTemplate } from '../forum/prompts';
import { m } from '../paraglide/messages';
import { table } from './name-table';

export const stageTemplate = /* @__PURE__ */ table<StageTemplate>({
  brief: m.prompt_say_brief,
  plain: m.prompt_say_plain,
  microphone: m.prompt_say_microphone,
  minute: m.prompt_say_minute,
  answer: m.prompt_say_answer,
});

export const stageMessageText = ({
  template,
  text,
}: Pick<StageMessageView, 'template' | 'text'>): string =>
  template === null ? (text ?? '') : stageTemplate(template);
