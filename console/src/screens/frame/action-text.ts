/** What an undoable action did, in words. */
import { m } from '@wenzheng/shared/paraglide/messages.js';
import type { UndoableAction } from '../../undo-window.svelte';

const PLAIN: Readonly<Record<string, () => string>> = {
  startAgendaItem: m.console_did_start_item,
  startTalk: m.console_did_start_talk,
  endTurn: m.console_did_end_turn,
  pauseTurn: m.console_did_pause,
  resumeTurn: m.console_did_resume,
  extendTurn: m.console_did_extend,
  showScene: m.console_did_show_scene,
  screenQuestion: m.console_did_screen,
  declineQuestion: m.console_did_decline,
};

const OF_QUESTION: Readonly<Record<string, (inputs: { number: number }) => string>> = {
  screenQuestion: m.console_did_screen_number,
  declineQuestion: m.console_did_decline_number,
  pickQuestion: m.console_did_pick_number,
  startAnswer: m.console_did_start_answer_number,
  answerQuestion: m.console_did_answer_number,
  deflectQuestion: m.console_did_deflect_number,
  amendDeflection: m.console_did_amend_number,
};

/** `about` names what else it concerned: the department, the speaker or the item; null if that is not known. */
export function actionText(action: UndoableAction, about: string | null): string {
  const number = action.question?.number;
  if (about !== null) {
    if (number !== undefined && action.command === 'deflectQuestion') {
      return m.console_did_deflect_number_to({ number, destination: about });
    }
    if (action.command === 'startTalk') return m.console_did_start_talk_of({ name: about });
    if (action.command === 'startAgendaItem') return m.console_did_start_item_of({ title: about });
  }
  const ofQuestion = OF_QUESTION[action.command];
  if (number !== undefined && ofQuestion) return ofQuestion({ number });
  return (PLAIN[action.command] ?? m.console_did_something)();
}
