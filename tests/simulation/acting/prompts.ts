/** A host tells whoever speaks something, and takes it away; at times what has gone already. */
import { STAGE_TEMPLATES } from '@wenzheng/shared/forum/prompts';
import type { ViewOf } from '@wenzheng/shared/wire/views';
import type { Choice } from './choice';

type Sight = Pick<ViewOf<'host'>['documents'], 'stageMessage' | 'upNext' | 'undo'>;

/** Its mark is one for all: no dice are thrown for it, so that whatever else is chosen stays what it was. */
const OWN_WORDS = '¤stage-0¤ 请看左边的屏幕';

export function promptChoices({ stageMessage, upNext, undo }: Sight): Choice[] {
  const turn = upNext.waiting + undo.actions.length;
  const template = STAGE_TEMPLATES[turn % STAGE_TEMPLATES.length] ?? 'brief';
  const say = turn % 2 === 0 ? { text: OWN_WORDS } : { template };
  const tell: Choice = [0.6, { type: 'tellStage', say }];
  if (!stageMessage) return [tell];
  const { number } = stageMessage;
  return [
    tell,
    [0.5, { type: 'clearStage', message: number }],
    [0.1, { type: 'clearStage', message: number - 1 }],
  ];
}
