/** The paper box: slips printed, handed out, dropped into boxes, entered at a desk, and every one accounted for. */
export { NO_QUESTION, printedSlips, slipTables } from './state';
export type { SlipEntries, SlipRow, SlipSheet } from './state';
export { decideSlips } from './decide';
export { evolveSlips } from './evolve';
export { reckonAll, slipsHoldClosing } from './reckoning';
export { SlipIndex, type SlipWindow } from './slip-index';
export { slipDeskCollection, slipsDocument, slipStoryView } from './view';
