export { openAccess, type Access } from './access';
export { deviceKind, newDeviceName } from './device-names';
export { welcome, type Welcome } from './first-run';
export type { Link, LinkId, NewLink } from './links';
export type { Known } from './pin-attempts';
export { SESSION_LIFETIME, type ListedSession, type Session } from './sessions';
