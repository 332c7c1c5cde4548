import type { StageMessageView } from '@wenzheng/shared/forum/prompts';
import { documentView } from '../../engine/views';
import { standing } from './standing';

export const stageMessageDocument = documentView({
  reads: ['stageMessage', 'floor'],
  build: ({ state, words }): StageMessageView | null => {
    const row = standing(state);
    if (!row) return null;
    const { number, template, text, since } = row;
    return { number, template, text: text && words(text), since };
  },
});
