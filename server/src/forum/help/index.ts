/** Calls for help of staff in the hall. */
export { decideHelp } from './decide';
export { evolveHelp } from './evolve';
export { helpTables } from './state';
export type { HelpEntries } from './state';
export { helpDocument } from './view';
