/** Messages to the stage: what the host says to whoever speaks. */
export { decidePrompts } from './decide';
export { evolvePrompts } from './evolve';
export { promptTables } from './state';
export type { PromptEntries } from './state';
export { stageMessageDocument } from './view';
