/** The way of a page to the hub that it came from. */
import type { Handshake } from '../wire/protocol';
import type { Transport } from './forum-link';
import { socketTransport } from './socket-transport';

export const pageTransport = (client: Handshake['client']): Transport =>
  socketTransport(globalThis.location.origin, client, {});
