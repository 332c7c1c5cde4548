/** Leaves out of a phone's bundle what packages carry for uses that this page has not. Versions are pinned. */
import type { Plugin } from 'vite';

/** By the end of the module's path: what takes its place, and why nothing is missed. */
const INSTEAD: Readonly<Record<string, string>> = {
  // Only WebSocket and polling are switched on (shared/src/live/socket-transport.ts).
  'engine.io-client/build/esm/transports/webtransport.js': 'export class WT {}',
  // Nothing binary is sent either way.
  'socket.io-parser/build/esm/is-binary.js':
    'export const isBinary = () => false; export const hasBinary = () => false;',
  'socket.io-parser/build/esm/binary.js':
    'export const deconstructPacket = () => {}; export const reconstructPacket = () => {};',
};

export function leanPackages(): Plugin {
  return {
    name: 'wenzheng:lean-packages',
    enforce: 'pre',
    load: (id) => Object.entries(INSTEAD).find(([path]) => id.endsWith(`/${path}`))?.[1] ?? null,
  };
}
