/** Names of the forum's terms in the reader's language. */
import { m } from '../paraglide/messages';
import type { DeclineReason, DeflectionReason, QuestionState, Source } from '../forum/questions';
import type { Role, Zone } from '../forum/access';
import type { ModerationMode, OrganisationPart } from '../forum/agenda';
import type { OutcomeKind, Selection, Side } from '../forum/floor';
import type { Answer, StatementDeclineReason, StatementState } from '../forum/opinions';
import type { Face, PollKind, PollVoters } from '../forum/choices';
import type { SceneKind } from '../forum/scenes';
import { table } from './name-table';

export { stageName, stageShortName } from './stage-names';

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
  kiosk: m.role_kiosk,
  display: m.role_display,
  stage: m.role_display,
  lobby: m.role_display,
  overlay: m.role_display,
  audience: m.role_audience,
});
export const zoneName = /* @__PURE__ */ table<Zone>({
  question: m.zone_question,
  interaction: m.zone_interaction,
  rest: m.zone_rest,
});
export const partName = /* @__PURE__ */ table<OrganisationPart>({
  host: m.part_host,
  organiser: m.part_organiser,
  co_organiser: m.part_co_organiser,
});
export const moderationName = /* @__PURE__ */ table<ModerationMode>({
  pre: m.moderation_pre,
  post: m.moderation_post,
});
export const selectionName = /* @__PURE__ */ table<Selection>({
  place: m.selection_place,
  trade: m.selection_trade,
  age_group: m.selection_age_group,
  lot: m.selection_lot,
});
export const outcomeName = /* @__PURE__ */ table<OutcomeKind>({
  answered: m.outcome_answered,
  committed: m.outcome_committed,
  follow_up: m.outcome_follow_up,
});
export const sideName = /* @__PURE__ */ table<Side>({
  representative: m.side_representative,
  official: m.side_official,
});
export const answerName = /* @__PURE__ */ table<Answer>({
  agree: m.answer_agree,
  disagree: m.answer_disagree,
  pass: m.answer_pass,
});
export const faceName = /* @__PURE__ */ table<Face>({
  satisfied: m.rating_face_satisfied,
  partly: m.rating_face_partly,
  not: m.rating_face_not,
});
export const pollKindName = /* @__PURE__ */ table<PollKind>({
  single: m.poll_kind_single,
  multiple: m.poll_kind_multiple,
  scale: m.poll_kind_scale,
  ranking: m.poll_kind_ranking,
  cloud: m.poll_kind_cloud,
  text: m.poll_kind_text,
  faces: m.poll_kind_faces,
});
export const pollVotersName = /* @__PURE__ */ table<PollVoters>({
  anyone: m.poll_who_anyone,
  hall: m.poll_who_hall,
  tickets: m.poll_who_tickets,
});
export const statementStateName = /* @__PURE__ */ table<StatementState>({
  submitted: m.statement_submitted,
  approved: m.statement_approved,
  declined: m.statement_declined,
  withdrawn: m.statement_withdrawn,
});
export const statementDeclineName = /* @__PURE__ */ table<StatementDeclineReason>({
  duplicate: m.statement_decline_duplicate,
  unclear: m.statement_decline_unclear,
  question: m.statement_decline_question,
  abusive: m.statement_decline_abusive,
  personal_data: m.statement_decline_personal_data,
});
export const sceneName = /* @__PURE__ */ table<SceneKind>({
  standby: m.scene_standby,
  opening: m.scene_opening,
  scope: m.scene_scope,
  agenda: m.scene_agenda,
  talk: m.scene_talk,
  question: m.scene_question,
  deflection: m.scene_deflection,
  dialogue: m.scene_dialogue,
  card: m.scene_card,
  clip: m.scene_clip,
  slides: m.scene_slides,
  poll: m.scene_poll,
  opinions: m.scene_opinions,
  opinion_map: m.scene_opinion_map,
  results: m.scene_results,
  join: m.scene_join,
  thanks: m.scene_thanks,
});
