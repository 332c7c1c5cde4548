import type { CommandOf } from '@wenzheng/shared/forum/commands';
import { accept, type Context, type Decides } from '../../engine/rooms';
import { standing } from './standing';
import type { PromptEntries, StageMessageRow } from './state';

type Say = CommandOf<'tellStage'>['say'];

const isSaid = (row: StageMessageRow, say: Say, { read }: Pick<Context, 'read'>): boolean =>
  'template' in say
    ? row.template === say.template
    : row.text !== null && read(row.text) === say.text;

const keepSaid = (say: Say, { keep }: Pick<Context, 'keep'>): PromptEntries['stageTold'] =>
  'template' in say
    ? { template: say.template, text: null }
    : { template: null, text: keep(say.text) };

export const decidePrompts: Decides<'tellStage' | 'clearStage'> = {
  tellStage: (state, { say }, context) => {
    const row = standing(state);
    return row && isSaid(row, say, context)
      ? accept()
      : accept({ type: 'stageTold', data: keepSaid(say, context) });
  },

  clearStage: (state, { message }) =>
    standing(state)?.number === message
      ? accept({ type: 'stageCleared', data: { message } })
      : accept(),
};
