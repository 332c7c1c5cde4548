/** What the big screen shows: the scene that the floor calls for, or one the host has called up. */
export { sceneTables } from './state';
export type { SceneEntries } from './state';
export { decideScenes } from './decide';
export { evolveScenes } from './evolve';
export { cardDocument, filmDocument, sceneDocument, slidesDocument } from './view';
