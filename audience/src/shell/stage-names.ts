/**
 * Names of the stages for the first page. The table of all the forum's terms (shared/ui/names) would bring
 * along every name that any page shows.
 */
import type { Stage } from '@wenzheng/shared/forum/agenda';
import { m } from '@wenzheng/shared/paraglide/messages.js';

type Names = Readonly<Record<Stage, () => string>>;

const NAMES: Names = {
  opening: m.stage_opening,
  policy_talk: m.stage_policy_talk,
  qa: m.stage_qa,
  interaction: m.stage_interaction,
  opinion: m.stage_opinion,
  results: m.stage_results,
  closing: m.stage_closing,
};
/** For large text on a small screen. */
const SHORT: Names = {
  opening: m.stage_short_opening,
  policy_talk: m.stage_short_policy_talk,
  qa: m.stage_short_qa,
  interaction: m.stage_short_interaction,
  opinion: m.stage_short_opinion,
  results: m.stage_short_results,
  closing: m.stage_short_closing,
};

export const stageName = (stage: Stage, short: boolean): string => (short ? SHORT : NAMES)[stage]();
