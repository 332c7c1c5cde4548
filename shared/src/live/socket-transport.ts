/** Socket.IO's client as a Transport: WebSocket first, long polling where a network blocks it. */
import { io, type Socket } from 'socket.io-client';
import type { ClientToHub, Handshake, HubToClient } from '../wire/protocol';
import type { Transport } from './forum-link';
import { PHONES_RETURN, STAGE_RETURN } from './returning';

/** `headers` are for programs: a browser sends its own cookies and lets no script choose. */
export function socketTransport(
  url: string,
  client: Handshake['client'],
  headers: Readonly<Record<string, string>>,
): Transport {
  let make: (() => Handshake) | null = null;
  const socket: Socket<HubToClient, ClientToHub> = io(url, {
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    ...(client === 'audience' ? PHONES_RETURN : STAGE_RETURN),
    withCredentials: true,
    extraHeaders: headers,
    // Before anything else is known: of many who come at once, phones are let in last.
    query: { client },
    auth: (send) => send(make ? { ...make() } : {}),
  });
  return {
    // Socket.IO types its listeners by event name; the map is the same one.
    on: (event, handler) => void socket.on(event, handler as never),
    onDisconnect: (handler) => void socket.on('disconnect', handler),
    get connected() {
      return socket.connected;
    },
    // Nothing is buffered by the socket: the outbox alone decides what is sent again.
    emit: (event, ...args) => {
      if (socket.connected) socket.emit(event, ...args);
    },
    handshake: (maker) => {
      make = maker;
    },
    close: () => void socket.close(),
  };
}
