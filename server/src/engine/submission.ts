/** What the gateway hands the engine, and what it gets back. */
import type { Command } from '@wenzheng/shared/forum/commands';
import type { Ack, CommandId } from '@wenzheng/shared/wire/protocol';
import type { Actor } from '../journal/entry';

export interface Submission {
  readonly actor: Actor;
  readonly id: CommandId;
  readonly command: Command;
  /** Pseudonym of the device as a voter; null for everyone but phones. */
  readonly voter: string | null;
}

/** What the engine knows of an accepted command; the gateway makes the acknowledgement from it. */
export interface Done {
  readonly ok: true;
  readonly entry: number | null;
  readonly question: string | null;
  readonly statement: string | null;
}
export type Outcome = Done | Extract<Ack, { ok: false }>;
