/** What the gateway hands the engine, and what it gets back. */
import type { Command } from '@wenzheng/shared/forum/commands';
import type { Ack, CommandId, Refusal } from '@wenzheng/shared/wire/protocol';
import type { Zone } from '@wenzheng/shared/forum/access';
import type { Shown } from '../forum/admission';
import type { StoredFile } from '../forum/media';
import type { Picture } from '../journal/picture';
import type { Actor } from '../journal/entry';
import type { Answered } from './command-window';

/** Under which names a vote is recorded; none of them leads to a person. */
export interface VoteNames {
  readonly voter: string;
  /** Whose counter it is, if another's than the voter's: a phone keeps its own when it comes by a ticket. */
  readonly stream: string;
  readonly inHall: boolean;
  /** With an admission ticket. */
  readonly byTicket: boolean;
}

/** What the hub knows of a device beside who it is. */
export interface Whereabouts {
  /** What a signed-in device is called; empty for phones, which have no name. */
  readonly name: string;
  readonly inHall: boolean;
  /** Of a kiosk. */
  readonly zone: Zone | null;
}

/** What comes with a command that no frame of a socket can carry. */
export interface Beside {
  /** For `putSlipPhoto`: the photo that came with it. */
  readonly picture: Picture | null;
  /** For `addMedia`: the file that came before it, as the hub has found it. */
  readonly file: StoredFile | null;
}
export const NOTHING_BESIDE: Beside = { picture: null, file: null };

export interface Submission extends Beside {
  readonly actor: Actor;
  readonly id: CommandId;
  readonly command: Command;
  /** Null for everyone but phones, and kiosks at which somebody has shown a code. */
  readonly vote: VoteNames | null;
  readonly whereabouts: Whereabouts;
  /** For `presentCode`: what was shown. */
  readonly shown: Shown | null;
  /** Why it may not be done, if it was not done before: the code at a kiosk is not good, or not any more. */
  readonly refusal: Refusal | null;
}

/** What the engine knows of an accepted command; the gateway makes the acknowledgement from it. */
export interface Done extends Answered {
  readonly ok: true;
}
export type Outcome = Done | Extract<Ack, { ok: false }>;
