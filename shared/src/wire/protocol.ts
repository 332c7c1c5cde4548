/**
 * What travels over a socket. A change here raises PROTOCOL and gets a line in docs/protocol.md;
 * a test keeps a hash of these schemas.
 */
import { z } from 'zod';
import type { CommandInput } from '../forum/commands';
import { displayId } from '../forum/displays';
import type { Answer, MyStatement } from '../forum/opinions';
import type { BallotChoice } from '../forum/poll-form';
import type { Face } from '../forum/ratings';
import type { MyQuestion } from '../forum/questions';
import type { Role } from '../forum/access';
import type { DeviceReport } from '../forum/readiness';
import type { MyAdmission } from '../forum/admission';
import { MOST_MEDIA } from '../forum/media';
import { id } from '../forum/words';
import type { Instant } from '../time/instant';

export { PROTOCOL } from './version';

/** What a client says when it connects (Socket.IO `auth`). The hub knows the role from its cookie. */
export const handshakeSchema = z.strictObject({
  protocol: z.int(),
  client: z.enum(['audience', 'kiosk', 'console', 'display']),
  /** Forum to follow; null for the live one. */
  forum: z.string().max(32).nullable(),
  /** What the client already holds, to be sent patches instead of a snapshot. */
  held: z.strictObject({ epoch: z.string().max(32), revision: z.int() }).nullable(),
  /** Of a display: the id that it has given itself. One that says none is a big screen. */
  display: displayId.optional(),
});
export type Handshake = z.infer<typeof handshakeSchema>;

/** Idempotency key: instance of the client, and its count from 1. Sent again, it has one effect. */
export const commandIdSchema = z.tuple([
  id,
  z
    .int()
    .min(1)
    .max(2 ** 40),
]);
export type CommandId = z.infer<typeof commandIdSchema>;

/** The frame around a command; the command itself is parsed by its own schema. */
export const commandFrameSchema = z.strictObject({
  id: commandIdSchema,
  command: z.looseObject({ type: z.string() }),
});
export interface CommandFrame {
  readonly id: CommandId;
  readonly command: CommandInput;
}

export const REFUSAL_CODES = [
  'malformed', // not well-formed; `field` and `problem` say where and why
  'forbidden', // this role may not
  'unknown_outcome', // the commit failed in a way that leaves doubt: send the same id again
  'storage_full',
  'storage_failed',
  'busy', // too many commands from this device, or the hub is overloaded; try later
  'protocol', // this page is older than the hub: reload
  'no_forum', // the forum does not exist
  'internal', // a fault of the hub; it is in its log
  'stale', // the id lies too far behind what this client has already sent
  'forum.closed', // the forum is over; only desks may still write down what was said
  'safety.emergency', // an emergency lasts, and this waits until it is all clear
  'safety.moved', // it is over, or says something else by now
  'safety.not_a_drill', // what is real does not become a drill
  'admission.code_over', // no code that the big screen shows now
  'admission.unknown_code',
  'admission.wait', // too many wrong codes from this device
  'admission.ticket_used', // on another device
  'admission.ticket_revoked',
  'admission.ticket_over',
  'admission.has_ticket', // this device came by another ticket
  'admission.own_question',
  'admission.unknown_ticket',
  'admission.too_many',
  'agenda.moved',
  'agenda.unknown_item',
  'agenda.item_started', // what has begun, or is over, is not edited
  'agenda.unknown_department',
  'agenda.unknown_speaker',
  'agenda.still_used', // by an agenda item, a department or a question; `by` names it
  'agenda.too_many',
  'agenda.too_short', // nothing is shortened below a sensible least, or by time that is spent
  'checklist.unknown_task',
  'checklist.too_many',
  'help.over', // nobody waits any more
  'help.taken', // somebody else is on the way
  'help.too_many',
  'glossary.unknown_term',
  'floor.moved',
  'floor.unknown_speaker',
  'floor.unknown_representative',
  'floor.nothing_to_change',
  'floor.set_back_too_far',
  'floor.unknown_exchange',
  'floor.exchange_running',
  'floor.protected', // a citizen has the floor, and nobody speaks up in that
  'floor.interjection', // somebody speaks up: what it would do waits until that has ended
  'questions.unknown',
  'questions.moved',
  'questions.none_waiting', // there is nothing to draw a lot among
  'questions.wrong_state',
  'questions.unknown_department',
  'questions.unknown_area',
  'questions.unknown_topic',
  'questions.unknown_number', // at the microphone; or it is not free
  'questions.too_many_numbers',
  'questions.unknown_official',
  'questions.too_many_answerers', // at one time
  'questions.serial_missing',
  'questions.serial_taken',
  'questions.due_in_the_past',
  'slips.unknown', // no slip with this number was printed
  'slips.unknown_batch',
  'slips.unknown_box',
  'slips.box_sealed', // nobody can have a slip out of it yet
  'slips.box_opened',
  'slips.seal_taken',
  'slips.wrong_state',
  'slips.not_entered', // a further question needs a first one
  'slips.own_entry', // compared by who entered it
  'slips.serials_used', // questions were logged under these serials before; `by` names one
  'slips.too_many',
  'slips.moved', // the figures are others by now
  'slips.no_photo', // none came with the command, or the slip has none
  'slips.photo_too_large',
  'slips.not_a_photo', // neither JPEG nor PNG nor WebP
  'displays.too_many', // displays that have a name or were told something
  'opinions.unknown',
  'opinions.wrong_state',
  'ratings.closed', // this answer is not, or no longer, rated
  'ratings.no_answer', // nothing to rate: it was not answered, or still is
  'polls.unknown',
  'polls.was_opened', // what people have seen is not changed
  'polls.not_closed',
  'polls.closed',
  'polls.another_open', // one at a time
  'polls.too_many',
  'polls.only_hall',
  'polls.only_tickets',
  'polls.wrong_ballot', // not what this poll asks for
  'plainness.over', // nobody explains anything now, or somebody else does
  'plainness.wait', // this device has said so within the last minute
  'followup.notes_to_come', // notes of answers or outcomes of exchanges are to come
  'followup.slips_open', // slips are not accounted for, and nobody has named the difference
  'media.unknown', // no such file, or it is of the other kind
  'media.no_page',
  'media.shown', // the hall sees it
  'media.too_many',
  'media.no_file', // none came before the command
  'media.too_large',
  'media.no_room', // the disk would be too full for the forum itself
  'media.not_media', // neither MP4 nor WebM nor PDF
  'media.damaged',
  'media.no_length', // a film that does not say how long it is
  'media.encrypted',
  'media.too_many_pages',
  'media.no_upload', // it was given up, or the hub was started again
  'undo.unknown',
  'undo.too_late',
  'undo.superseded', // `by` names the later action
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly field?: string;
  readonly problem?: string;
  /** For `undo.superseded`: the type of the command that came in between. For `agenda.still_used`: by what. */
  readonly by?: string;
}
export interface Accepted {
  readonly ok: true;
  /** Number of the first entry; what `undo` names. Absent for votes and for what changed nothing. */
  readonly entry?: number;
  /** For `askQuestion`, `logQuestion` and `enterSlip`. */
  readonly question?: MyQuestion;
  /** For `submitStatement` and `addStatement`. */
  readonly statement?: MyStatement;
  /** For `giveMicNumber`: the number that was given. */
  readonly micNumber?: number;
  /**
   * All that this device has voted now, where that is not what the vote says by itself: questions were merged, or the
   * vote was given with a ticket that is revoked by now. Of a ballot always all its ballots.
   */
  readonly own?: Partial<OwnVotes>;
}
export type Ack = Accepted | Refusal;

/** What a device has voted. */
export type OwnVotes = Pick<Mine, 'supports' | 'answers' | 'ratings' | 'ballots'>;

/** What only this device may know: its own questions and what it supports. */
export interface Mine {
  readonly questions: readonly MyQuestion[];
  readonly supports: readonly string[];
  readonly statements: readonly MyStatement[];
  /** Statement → own answer. */
  readonly answers: Readonly<Record<string, Answer>>;
  /** Answer that was rated → own rating. */
  readonly ratings: Readonly<Record<string, Face>>;
  /** Poll → own ballot. */
  readonly ballots: Readonly<Record<string, BallotChoice>>;
  /** Highest counter of a vote of this device that the hub has taken in. */
  readonly votes: number;
  readonly admission: MyAdmission;
}

export interface Hello {
  readonly protocol: number;
  readonly now: Instant;
  readonly role: Role;
  readonly forum: string;
  readonly epoch: string;
  readonly revision: number;
  /** For staff: own actor id, to tell own actions from others'. */
  readonly actor: string | null;
  readonly mine: Mine | null;
}

export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export interface Snapshot {
  readonly epoch: string;
  readonly revision: number;
  readonly documents: Readonly<Record<string, Json>>;
  readonly collections: Readonly<Record<string, Readonly<Record<string, Json>>>>;
}
/** Replaces whole documents and items. It fits a view at revision `base` of the same epoch only. */
export interface Patch {
  readonly base: number;
  readonly revision: number;
  readonly documents?: Readonly<Record<string, Json>>;
  readonly put?: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly remove?: Readonly<Record<string, readonly string[]>>;
}

/** Change of what only this device may know. */
export interface MinePatch {
  readonly questions?: readonly MyQuestion[];
  readonly statements?: readonly MyStatement[];
  /** With a ticket, or without it any more, the votes of this device are others. */
  readonly admission?: MyAdmission;
  readonly supports?: readonly string[];
  readonly answers?: Readonly<Record<string, Answer>>;
  readonly ratings?: Readonly<Record<string, Face>>;
  readonly ballots?: Readonly<Record<string, BallotChoice>>;
}

export interface HubToClient {
  hello: (hello: Hello) => void;
  snapshot: (snapshot: Snapshot) => void;
  patch: (patch: Patch) => void;
  mine: (patch: MinePatch) => void;
  /** The hub measures this screen, which answers with its clock; phones are never asked. */
  measure: (answer: (report: DeviceReport) => void) => void;
  /** The hub will not serve this connection, and why; it closes after. */
  refused: (refusal: Refusal) => void;
}
/** Films and slides that a display could show at once, by id. */
export const holdsSchema = z.array(id).max(MOST_MEDIA);

export interface ClientToHub {
  command: (frame: CommandFrame, ack: (answer: Ack) => void) => void;
  /** Asks for the hub's time. */
  probe: (ack: (now: Instant) => void) => void;
  /** The view no longer fits: send a snapshot. */
  resync: () => void;
  /** Of a big screen, whenever it changes; see `holdsSchema`. */
  holds: (media: readonly string[]) => void;
}
