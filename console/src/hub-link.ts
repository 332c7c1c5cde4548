/** What the console's screens need of their link to the hub; a LiveForum of the role is one. */
import { answerMeasure } from '@wenzheng/shared/live/answer-measure';
import { LiveForum } from '@wenzheng/shared/live/forum.svelte';
import { isKeptAwake } from '@wenzheng/shared/live/keep-awake';
import { pageTransport } from '@wenzheng/shared/live/page-transport';
import type { Role, StaffRole } from '@wenzheng/shared/forum/access';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import type { LinkStatus, Orphan } from '@wenzheng/shared/live/forum-link';
import type { TimeSource } from '@wenzheng/shared/live/ticking.svelte';
import type { UndoView } from '@wenzheng/shared/forum/undo';
import type { Ack, Refusal } from '@wenzheng/shared/wire/protocol';
import type { ViewOf } from '@wenzheng/shared/wire/views';

type UndoableAction = UndoView['actions'][number];

export interface HubLink extends TimeSource {
  readonly status: LinkStatus;
  readonly refusal: Refusal | null;
  readonly actor: string | null;
  /** As the hub has last greeted this page. */
  readonly role: Role | null;
  readonly sending: readonly CommandInput[];
  /** Refused commands of earlier pages. */
  readonly orphans: readonly Orphan[];
  submit(command: CommandInput): Promise<Ack>;
}

interface StaffLink<R extends StaffRole> extends HubLink {
  readonly view: ViewOf<R> | null;
}

/** A staff member's role with the link that shows what this role may see. */
export type Connected = {
  readonly [R in StaffRole]: { readonly role: R; readonly live: StaffLink<R> };
}[StaffRole];

export function connect(role: StaffRole, forum: string | null): Connected {
  const transport = pageTransport('console');
  answerMeasure(transport, isKeptAwake);
  const options = { client: 'console', forum, first: null, transport } as const;
  switch (role) {
    case 'admin':
      return { role, live: new LiveForum<'admin'>(options) };
    case 'host':
      return { role, live: new LiveForum<'host'>(options) };
    case 'moderator':
      return { role, live: new LiveForum<'moderator'>(options) };
    case 'volunteer':
      return { role, live: new LiveForum<'volunteer'>(options) };
    default:
      return role satisfies never;
  }
}

export type HostView = ViewOf<'host'>;

/** The view of those who run the floor; null for others, or before the hub was heard. */
export const hostViewOf = ({ role, live }: Connected): HostView | null =>
  role === 'host' || role === 'admin' ? live.view : null;

export type AdminView = ViewOf<'admin'>;

/** The view of the organisers; null for others, or before the hub was heard. */
export const adminViewOf = ({ role, live }: Connected): AdminView | null =>
  role === 'admin' ? live.view : null;

type DeskCollections = ViewOf<'moderator'>['collections'];
export type Desk = DeskCollections['desk'];

/** What desks work on. */
export interface DeskView extends Pick<
  DeskCollections,
  'desk' | 'queue' | 'writtenDown' | 'statementDesk' | 'pollTexts' | 'exchanges'
> {
  /** Null for roles that are not shown them. */
  readonly tallies: DeskCollections['tallies'] | null;
  /** Of what the collections hold only the first of. */
  readonly totals: ViewOf<'moderator'>['documents']['deskTotals'];
  /** The poll that was opened last, and what comes out of it. */
  readonly poll: {
    readonly poll: ViewOf<'moderator'>['documents']['poll'];
    readonly result: ViewOf<'moderator'>['documents']['pollResult'];
  };
}

/** What awaits the desk; null for those who do not work there, or before the hub was heard. */
export function deskViewOf({ role, live }: Connected): DeskView | null {
  if (role === 'volunteer' || !live.view) return null;
  const { desk, queue, writtenDown, statementDesk, pollTexts, exchanges } = live.view.collections;
  const tallies = role === 'host' ? null : live.view.collections.tallies;
  const { deskTotals: totals, poll, pollResult: result } = live.view.documents;
  return {
    ...{ desk, queue, writtenDown, statementDesk, pollTexts, exchanges, tallies, totals },
    poll: { poll, result },
  };
}

/** What can be taken back, newest last; null for roles that are not shown it. */
export function undoableOf({ role, live }: Connected): UndoableAction[] | null {
  if (role === 'volunteer') return null;
  const actions = live.view?.documents.undo.actions ?? [];
  // A moderator is not to take back what others do at their desks, nor what only the host may.
  return role === 'moderator' ? actions.filter(({ by }) => by.id === live.actor) : actions;
}

type PaperViews = ViewOf<'volunteer'>;

/** The paper box, and what of it waits for somebody. */
export interface PaperBox {
  readonly slips: PaperViews['documents']['slips'];
  readonly desk: PaperViews['collections']['slipDesk'];
}

/** Null before the hub was heard. */
export const paperBoxOf = ({ live }: Connected): PaperBox | null =>
  live.view && { slips: live.view.documents.slips, desk: live.view.collections.slipDesk };

export type Logged = ViewOf<'volunteer'>['collections']['logged'];

/** What volunteers logged; null for roles that are not shown it. */
export const loggedOf = ({ role, live }: Connected): Logged | null =>
  role === 'volunteer' || role === 'admin' ? (live.view?.collections.logged ?? null) : null;
