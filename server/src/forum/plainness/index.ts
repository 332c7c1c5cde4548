/** Whether the hall follows what is said. */
export { plainnessTables } from './state';
export type { PlainnessEntries } from './state';
export { decidePlainness } from './decide';
export { evolvePlainness } from './evolve';
export { plainnessDocument } from './view';
