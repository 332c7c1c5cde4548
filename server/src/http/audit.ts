/** Where it is written down who was let in by whom; never with a secret, an address or a name. */
import type { FastifyBaseLogger } from 'fastify';

export type Audit = Pick<FastifyBaseLogger, 'info'>;
