/** What an undoable action did, in words. */
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { duration } from '@wenzheng/shared/time/instant';
import { minutesIn } from '../../minutes';
import type { UndoableAction } from '../../undo-window.svelte';

const PLAIN: Readonly<Record<string, () => string>> = {
  callForHelp: m.help_did_call,
  answerHelp: m.help_did_answer,
  endHelp: m.help_did_end,
  issueTickets: m.doors_did_issue,
  revokeTicket: m.doors_did_revoke,
  revokeTicketBatch: m.doors_did_revoke_batch,
  setWifi: m.doors_did_set_wifi,
  startAgendaItem: m.console_did_start_item,
  editForum: m.console_did_edit_forum,
  putDepartment: m.console_did_edit_departments,
  removeDepartment: m.console_did_edit_departments,
  putSpeaker: m.console_did_edit_speakers,
  removeSpeaker: m.console_did_edit_speakers,
  putAgendaItem: m.console_did_edit_agenda,
  moveAgendaItem: m.console_did_edit_agenda,
  removeAgendaItem: m.console_did_edit_agenda,
  replaceAgenda: m.sheet_did_replace,
  putTask: m.task_did_edit,
  moveTask: m.task_did_edit,
  removeTask: m.task_did_edit,
  fillChecklist: m.task_did_edit,
  tickTask: m.task_did_tick,
  recoverTime: m.recovery_did,
  addMedia: m.media_did_add,
  removeMedia: m.media_did_remove,
  setItemMedia: m.media_did_set_item,
  playClip: m.film_did_play,
  pauseClip: m.film_did_pause,
  showSlides: m.film_did_slides,
  startTalk: m.console_did_start_talk,
  endTurn: m.console_did_end_turn,
  pauseTurn: m.console_did_pause,
  resumeTurn: m.console_did_resume,
  extendTurn: m.console_did_extend,
  setBackTurn: m.console_did_set_back,
  tellStage: m.prompt_did_tell,
  clearStage: m.prompt_did_clear,
  putRepresentative: m.console_did_put_representative,
  removeRepresentative: m.console_did_remove_representative,
  startExchange: m.console_did_start_exchange,
  passFloor: m.console_did_pass_floor,
  endExchange: m.console_did_end_exchange,
  startInterjection: m.interjection_did_start,
  nameInterjection: m.interjection_did_name,
  extendInterjection: m.interjection_did_extend,
  endInterjection: m.interjection_did_end,
  recordOutcome: m.desk_did_outcome,
  putTerm: m.card_did_edit,
  moveTerm: m.card_did_edit,
  removeTerm: m.card_did_edit,
  showScene: m.console_did_show_scene,
  showCard: m.card_did_show,
  renameDisplay: m.displays_did_rename,
  identifyDisplay: m.displays_did_identify,
  assignDisplay: m.displays_did_assign,
  forgetDisplay: m.displays_did_forget,
  logQuestion: m.console_did_log,
  screenQuestion: m.console_did_screen,
  declineQuestion: m.console_did_decline,
  editQuestion: m.console_did_edit_question,
  putRudeWords: m.moderation_did_rude_words,
  completeNotes: m.console_did_notes,
  giveMicNumber: m.console_did_give_number,
  callMicNumber: m.console_did_call_number,
  settleMicNumber: m.console_did_settle_number,
  setRating: m.console_did_set_rating,
  putPoll: m.console_did_put_poll,
  removePoll: m.console_did_remove_poll,
  openPoll: m.console_did_open_poll,
  askPoll: m.console_did_open_poll,
  repeatPoll: m.console_did_repeat_poll,
  closePoll: m.console_did_close_poll,
  setPollShown: m.console_did_show_poll,
  judgePollText: m.console_did_judge_poll_text,
  assignPollText: m.console_did_assign,
  assignStatement: m.console_did_assign,
  setCloudWord: m.console_did_set_cloud_word,
  setHallShare: m.console_did_set_share,
  setCountsHidden: m.console_did_hide_counts,
  printSlips: m.slips_did_print,
  issueSlips: m.slips_did_issue,
  sealBox: m.slips_did_seal,
  openBox: m.slips_did_open,
  countBox: m.slips_did_count,
  enterSlip: m.slips_did_enter,
  voidSlip: m.slips_did_void,
  markIllegible: m.slips_did_illegible,
  putSlipPhoto: m.slips_did_put_photo,
  removeSlipPhoto: m.slips_did_remove_photo,
  checkEntry: m.slips_did_check,
  correctEntry: m.slips_did_correct,
  withdrawEntry: m.slips_did_withdraw,
  setSlipCheck: m.slips_did_set_check,
  declareMissing: m.slips_did_declare,
  nameDifference: m.slips_did_name,
  addStatement: m.desk_did_add_statement,
  approveStatement: m.desk_did_approve_statement,
  declineStatement: m.desk_did_decline_statement,
};

const OF_QUESTION: Readonly<Record<string, (inputs: { number: number }) => string>> = {
  screenQuestion: m.console_did_screen_number,
  declineQuestion: m.console_did_decline_number,
  pickQuestion: m.console_did_pick_number,
  drawQuestion: m.console_did_draw_number,
  startAnswer: m.console_did_start_answer_number,
  joinAnswer: m.answer_did_join_number,
  answerQuestion: m.console_did_answer_number,
  deflectQuestion: m.console_did_deflect_number,
  amendDeflection: m.console_did_amend_number,
  editQuestion: m.desk_did_edit_number,
  maskQuestion: m.moderation_did_mask,
  mergeQuestion: m.moderation_did_merge,
  separateQuestion: m.moderation_did_separate,
  completeNotes: m.desk_did_notes_number,
  logQuestion: m.desk_did_log_number,
};

/** What else may be known of an action. */
export interface About {
  /** The department, the speaker or the item that it concerned. */
  readonly name: string | null;
  /** What exactly was asked, if this device asked it. */
  readonly sent: CommandInput | null;
}

export function actionText(action: UndoableAction, { name, sent }: About): string {
  const number = action.question?.number;
  if (sent?.type === 'extendTurn') return extended(minutesIn(duration(sent.by)));
  if (sent?.type === 'setBackTurn')
    return m.console_did_set_back_by({ minutes: minutesIn(duration(sent.by)) });
  if (sent?.type === 'showCard' && sent.term === null) return m.card_did_take_away();
  if (sent?.type === 'setPollShown') return sent.shown ? m.polls_did_show() : m.polls_did_hide();
  if (name !== null) {
    if (number !== undefined && action.command === 'deflectQuestion') {
      return m.console_did_deflect_number_to({ number, destination: name });
    }
    if (action.command === 'startTalk') return m.console_did_start_talk_of({ name });
    if (action.command === 'startAgendaItem') return m.console_did_start_item_of({ title: name });
    if (action.command === 'showCard') return m.card_did_show_of({ word: name });
    if (action.command === 'passFloor') return m.console_did_pass_floor_to({ name });
  }
  const ofQuestion = OF_QUESTION[action.command];
  if (number !== undefined && ofQuestion) return ofQuestion({ number });
  return (PLAIN[action.command] ?? m.console_did_something)();
}

function extended(by: number): string {
  return by < 0
    ? m.console_did_take_minutes({ minutes: -by })
    : m.console_did_add_minutes({ minutes: by });
}
