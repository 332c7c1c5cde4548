/** How a client tries to come in, and to come back after its connection was lost: options of Socket.IO's client (ms). */
import type { ManagerOptions } from 'socket.io-client';

/**
 * The stage soon, thousands of phones not all at once. They are let in one by one, so that an attempt which is given up
 * (`timeout`) before its turn has waited for nothing.
 */
const returning = (reconnectionDelayMax: number, timeout: number) =>
  ({
    reconnectionDelay: 300,
    reconnectionDelayMax,
    timeout,
  }) satisfies Partial<ManagerOptions>;

export const PHONES_RETURN = returning(3_000, 10_000);
export const STAGE_RETURN = returning(1_000, 5_000);
