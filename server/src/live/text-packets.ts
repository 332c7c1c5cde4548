/**
 * Socket.IO's packets as nothing but text: the hub sends no binary parts, so no packet is searched for them, which
 * for a joining phone is its whole view.
 */
import * as parser from 'socket.io-parser';

/** What the parser's types call private; its version is pinned. */
interface Texts {
  encodeAsString(packet: parser.Packet): string;
}

class PacketTexts extends parser.Encoder {
  override encode(packet: parser.Packet): string[] {
    return [(this as unknown as Texts).encodeAsString(packet)];
  }
}

/** For Socket.IO's `parser` option. */
export const TEXT_PACKETS = { ...parser, Encoder: PacketTexts };
