export { openAccess, type Access } from './access';
export { welcome, type Welcome } from './first-run';
export type { Link } from './links';
export { SESSION_LIFETIME, type Session } from './sessions';
