/** Emergencies: everything on stage stands still until it is all clear. */
export { decideSafety } from './decide';
export { evolveSafety } from './evolve';
export { emergencyDocument } from './view';
export { safetyTables } from './state';
export type { SafetyEntries } from './state';
export { standsStill, wasBefore } from './stands-still';
