/** Displays of the hall: what they are called, and what each is told to show. */
export { assignmentsDocument, displaysDocument } from './view';
export { decideDisplays } from './decide';
export { evolveDisplays } from './evolve';
export { displayTables } from './state';
export { stillsGivenUp } from './stills';
export type { DisplayEntries } from './state';
