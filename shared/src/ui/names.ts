/** Names of the forum's terms in the reader's language. */
import { m } from '../paraglide/messages';
import type { Stage } from '../forum/agenda';
import type { DeclineReason, DeflectionReason, QuestionState, Source } from '../forum/questions';
import type { Role } from '../forum/access';

/** Marked pure where it is used, so that a phone loads only the tables it shows. */
const table =
  <K extends string>(names: Record<K, () => string>) =>
  (key: K): string =>
    names[key]();

export const stageName = /* @__PURE__ */ table<Stage>({
  opening: m.stage_opening,
  policy_talk: m.stage_policy_talk,
  qa: m.stage_qa,
  interaction: m.stage_interaction,
  opinion: m.stage_opinion,
  results: m.stage_results,
  closing: m.stage_closing,
});
export const stageShortName = /* @__PURE__ */ table<Stage>({
  opening: m.stage_short_opening,
  policy_talk: m.stage_short_policy_talk,
  qa: m.stage_short_qa,
  interaction: m.stage_short_interaction,
  opinion: m.stage_short_opinion,
  results: m.stage_short_results,
  closing: m.stage_short_closing,
});
export const sourceName = /* @__PURE__ */ table<Source>({
  phone: m.source_phone,
  kiosk: m.source_kiosk,
  paper: m.source_paper,
  mic: m.source_mic,
  online: m.source_online,
  pre_survey: m.source_pre_survey,
});
export const sourceShortName = /* @__PURE__ */ table<Source>({
  phone: m.source_short_phone,
  kiosk: m.source_short_kiosk,
  paper: m.source_short_paper,
  mic: m.source_short_mic,
  online: m.source_short_online,
  pre_survey: m.source_short_pre_survey,
});
export const stateName = /* @__PURE__ */ table<QuestionState>({
  submitted: m.state_submitted,
  screened: m.state_screened,
  queued: m.state_queued,
  on_floor: m.state_on_floor,
  answered: m.state_answered,
  deflected: m.state_deflected,
  merged: m.state_merged,
  withdrawn: m.state_withdrawn,
  deferred: m.state_deferred,
  declined: m.state_declined,
});
export const deflectionName = /* @__PURE__ */ table<DeflectionReason>({
  out_of_scope: m.deflection_out_of_scope,
  private_matter: m.deflection_private_matter,
  another_authority: m.deflection_another_authority,
  already_answered: m.deflection_already_answered,
  unsuitable_here: m.deflection_unsuitable_here,
});
/** The courteous sentence on the card: about the question, never about the person. */
export const deflectionText = /* @__PURE__ */ table<DeflectionReason>({
  out_of_scope: m.deflection_text_out_of_scope,
  private_matter: m.deflection_text_private_matter,
  another_authority: m.deflection_text_another_authority,
  already_answered: m.deflection_text_already_answered,
  unsuitable_here: m.deflection_text_unsuitable_here,
});
export const declineName = /* @__PURE__ */ table<DeclineReason>({
  duplicate: m.decline_duplicate,
  unreadable: m.decline_unreadable,
  no_question: m.decline_no_question,
  abusive: m.decline_abusive,
  personal_data: m.decline_personal_data,
});
export const roleName = /* @__PURE__ */ table<Role>({
  admin: m.role_admin,
  host: m.role_host,
  moderator: m.role_moderator,
  volunteer: m.role_volunteer,
  display: m.role_display,
  audience: m.role_audience,
});
