/** What a refusal says to the person who meets it. */
import { m } from '../paraglide/messages';
import type { Refusal, RefusalCode } from '../wire/protocol';

const texts: Record<RefusalCode, () => string> = {
  malformed: m.refusal_malformed,
  forbidden: m.refusal_forbidden,
  unknown_outcome: m.refusal_unknown_outcome,
  storage_full: m.refusal_storage_full,
  storage_failed: m.refusal_storage_failed,
  busy: m.refusal_busy,
  protocol: m.refusal_protocol,
  no_forum: m.refusal_no_forum,
  internal: m.refusal_internal,
  stale: m.refusal_stale,
  'agenda.moved': m.refusal_agenda_moved,
  'agenda.unknown_item': m.refusal_agenda_unknown_item,
  'floor.moved': m.refusal_floor_moved,
  'floor.unknown_speaker': m.refusal_floor_unknown_speaker,
  'floor.nothing_to_change': m.refusal_floor_nothing_to_change,
  'questions.unknown': m.refusal_questions_unknown,
  'questions.moved': m.refusal_questions_moved,
  'questions.none_waiting': m.refusal_questions_none_waiting,
  'questions.wrong_state': m.refusal_questions_wrong_state,
  'questions.unknown_department': m.refusal_questions_unknown_department,
  'questions.unknown_official': m.refusal_questions_unknown_official,
  'questions.serial_missing': m.refusal_questions_serial_missing,
  'questions.serial_taken': m.refusal_questions_serial_taken,
  'questions.due_in_the_past': m.refusal_questions_due_in_the_past,
  'forum.closed': m.refusal_forum_closed,
  'agenda.item_started': m.refusal_agenda_item_started,
  'agenda.unknown_department': m.refusal_agenda_unknown_department,
  'agenda.unknown_speaker': m.refusal_agenda_unknown_speaker,
  'agenda.still_used': m.refusal_agenda_still_used,
  'agenda.too_many': m.refusal_agenda_too_many,
  'floor.unknown_representative': m.refusal_floor_unknown_representative,
  'floor.set_back_too_far': m.refusal_floor_set_back_too_far,
  'floor.unknown_exchange': m.refusal_floor_unknown_exchange,
  'floor.exchange_running': m.refusal_floor_exchange_running,
  'opinions.unknown': m.refusal_opinions_unknown,
  'opinions.wrong_state': m.refusal_opinions_wrong_state,
  'followup.notes_to_come': m.refusal_followup_notes_to_come,
  'followup.slips_open': m.refusal_followup_slips_open,
  'slips.unknown': m.refusal_slips_unknown,
  'slips.unknown_batch': m.refusal_slips_unknown_batch,
  'slips.unknown_box': m.refusal_slips_unknown_box,
  'slips.box_sealed': m.refusal_slips_box_sealed,
  'slips.box_opened': m.refusal_slips_box_opened,
  'slips.seal_taken': m.refusal_slips_seal_taken,
  'slips.wrong_state': m.refusal_slips_wrong_state,
  'slips.not_entered': m.refusal_slips_not_entered,
  'slips.own_entry': m.refusal_slips_own_entry,
  'slips.serials_used': m.refusal_slips_serials_used,
  'slips.too_many': m.refusal_slips_too_many,
  'slips.moved': m.refusal_slips_moved,
  'undo.unknown': m.refusal_undo_unknown,
  'undo.too_late': m.refusal_undo_too_late,
  'undo.superseded': m.refusal_undo_superseded,
};

const problems: Record<string, () => string> = {
  empty: m.refusal_empty,
  too_long: m.refusal_too_long,
  not_a_serial: m.refusal_not_a_serial,
  not_a_batch: m.refusal_not_a_batch,
  not_a_seal: m.refusal_not_a_seal,
  not_a_date: m.refusal_not_a_date,
  out_of_range: m.refusal_out_of_range,
  too_many: m.refusal_too_many,
  twice: m.refusal_twice,
  not_with_outcome: m.refusal_not_with_outcome,
};

/** The sentence for `refusal`; for malformed input, the problem of its field if it is a known one. */
export function refusalText(refusal: Refusal): string {
  const problem = refusal.problem === undefined ? undefined : problems[refusal.problem];
  return (problem ?? texts[refusal.code])();
}
