/** How a question came to be picked, and the rule that it follows, in the reader's language. */
import type { HallShare, PickManner } from '../forum/picking';
import { m } from '../paraglide/messages';
import { table } from './name-table';

export const mannerName = /* @__PURE__ */ table<PickManner>({
  first: m.picking_manner_first,
  up_next: m.picking_manner_up_next,
  own: m.picking_manner_own,
  lot: m.picking_manner_lot,
});

export const shareText = (every: HallShare): string =>
  every === null ? m.picking_rule_none() : m.picking_rule_share({ every });
