/**
 * Names of the stages. They stand apart from the other terms (names.ts), because a phone shows one on its
 * first page, which must not bring every table along.
 */
import type { Stage } from '../forum/agenda';
import { m } from '../paraglide/messages';
import { table } from './name-table';

export const stageName = /* @__PURE__ */ table<Stage>({
  opening: m.stage_opening,
  policy_talk: m.stage_policy_talk,
  qa: m.stage_qa,
  interaction: m.stage_interaction,
  opinion: m.stage_opinion,
  results: m.stage_results,
  closing: m.stage_closing,
});
/** For large text on a small screen, and for the seven marks of the day. */
export const stageShortName = /* @__PURE__ */ table<Stage>({
  opening: m.stage_short_opening,
  policy_talk: m.stage_short_policy_talk,
  qa: m.stage_short_qa,
  interaction: m.stage_short_interaction,
  opinion: m.stage_short_opinion,
  results: m.stage_short_results,
  closing: m.stage_short_closing,
});
