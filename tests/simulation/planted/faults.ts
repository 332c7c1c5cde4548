/** Faults as a tired engineer would make them. */
import type { Fault } from './fault';
import { FURTHER_FAULTS } from './further-faults';
import { TEN_FAULTS } from './ten-faults';

export { plant } from './fault';
export const FAULTS: readonly Fault[] = [...TEN_FAULTS, ...FURTHER_FAULTS];
