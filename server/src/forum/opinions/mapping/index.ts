export { MappingWorker } from './mapping-worker';
export { OpinionMapping, type MapSeen } from './opinion-mapping';
export type { FoundStatement, Mapping } from './mapping';
