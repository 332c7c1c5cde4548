/**
 * The one large button of the host: what is the next right thing, given what the hub says. It decides
 * nothing that the hub would not decide again; it only saves the host from choosing.
 */
import {
  nextItem,
  type AgendaItem,
  type AgendaView,
  type ForumView,
  type Speaker,
  type Talk,
} from '@wenzheng/shared/forum/agenda';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import type { FloorView, Representative, Side } from '@wenzheng/shared/forum/floor';
import type { CurrentQuestion, Source } from '@wenzheng/shared/forum/questions';
import { suggestPair, type Pairing, type PairSight } from './pairing';

type CommandFor<T extends CommandInput['type']> = Extract<CommandInput, { type: T }>;

/** The little of a waiting question that the button needs. */
export interface Waiting {
  readonly id: string;
  readonly number: number;
  readonly text: string;
  readonly source: Source;
}

export interface FloorSight extends PairSight {
  readonly forum: Pick<ForumView, 'departments' | 'speakers' | 'closedAt'>;
  readonly agenda: AgendaView;
  readonly floor: FloorView | null;
  readonly current: CurrentQuestion | null;
  /** In the suggested order. */
  readonly queue: readonly Waiting[];
  /** Official that the host chose for the question on the floor; null for the department's head. */
  readonly chosenOfficial: string | null;
  /** How many talks of the running item have had the floor. */
  readonly talksHeld: number;
  /** What the host chose for the next exchange. */
  readonly pairing: Pairing;
}

export type PrimaryAction =
  | {
      readonly kind: 'startItem';
      readonly item: AgendaItem;
      readonly command: CommandFor<'startAgendaItem'>;
    }
  | {
      readonly kind: 'startTalk';
      readonly speaker: Speaker;
      readonly talk: Talk;
      readonly first: boolean;
      readonly command: CommandFor<'startTalk'>;
    }
  | {
      readonly kind: 'pickQuestion';
      readonly question: Waiting;
      readonly command: CommandFor<'pickQuestion'>;
    }
  | {
      readonly kind: 'startAnswer';
      readonly official: Speaker;
      readonly command: CommandFor<'startAnswer'>;
    }
  /** The question's department is unknown: the host has to say who answers. */
  | { readonly kind: 'chooseOfficial'; readonly command: null }
  | {
      readonly kind: 'startExchange';
      readonly representative: Representative;
      readonly official: Speaker;
      readonly command: CommandFor<'startExchange'>;
    }
  | {
      readonly kind: 'passFloor';
      readonly to: Side;
      /** Of whom gets the floor. */
      readonly name: string;
      readonly command: CommandFor<'passFloor'>;
    }
  /** Somebody speaks up: the next right thing is to give the floor back. */
  | {
      readonly kind: 'endInterjection';
      /** Of whoever goes on; null where nobody is named. */
      readonly name: string | null;
      readonly command: CommandFor<'endInterjection'>;
    }
  /** The last stage runs: what is left is done where the forum is closed. */
  | { readonly kind: 'close'; readonly command: null }
  | { readonly kind: 'done'; readonly command: null };

export function primaryAction(sight: FloorSight): PrimaryAction {
  if (sight.forum.closedAt !== null) return { kind: 'done', command: null };
  const interjection = endInterjection(sight);
  if (interjection) return interjection;
  const item = sight.agenda.items.find((each) => each.id === sight.agenda.current);
  switch (item?.stage) {
    case 'policy_talk':
      return nextTalk(sight, item) ?? moveOn(sight);
    case 'qa':
      return nextOfQuestions(sight);
    case 'interaction':
      return passFloor(sight) ?? nextExchange(sight) ?? moveOn(sight);
    default:
      return moveOn(sight);
  }
}

/** Stays the same while the button means the same; of the waiting questions any will do. */
export const actionKey = (action: PrimaryAction): string =>
  action.kind === 'startItem'
    ? `item ${action.item.id}`
    : action.kind === 'startTalk'
      ? `talk ${action.speaker.id}`
      : action.kind === 'passFloor'
        ? `pass ${action.command.turn} ${action.to}`
        : action.kind === 'endInterjection'
          ? `interjection ${action.command.interjection}`
          : action.kind;

/** The question that the hall is dealing with right now, if any. */
export const onFloor = (current: CurrentQuestion | null): CurrentQuestion | null =>
  current?.state === 'on_floor' ? current : null;

/** Who answers: whoever the host chose, else the head of the question's department. */
export function officialFor(
  forum: FloorSight['forum'],
  question: CurrentQuestion,
  chosen: string | null,
): Speaker | null {
  const head = forum.departments.find(({ id }) => id === question.department)?.head ?? null;
  const official = chosen ?? head;
  return forum.speakers.find(({ id }) => id === official) ?? null;
}

function moveOn({ agenda }: FloorSight): PrimaryAction {
  const item = nextItem(agenda);
  if (!item) return { kind: agenda.current === null ? 'done' : 'close', command: null };
  const command = { type: 'startAgendaItem', item: item.id, from: agenda.current } as const;
  return { kind: 'startItem', item, command };
}

function nextTalk({ forum, floor, talksHeld }: FloorSight, item: AgendaItem): PrimaryAction | null {
  const talk = item.talks[talksHeld];
  const speaker = forum.speakers.find(({ id }) => id === talk?.speaker);
  if (!talk || !speaker) return null;
  const command = { type: 'startTalk', speaker: speaker.id, from: floor?.turn ?? null } as const;
  return { kind: 'startTalk', speaker, talk, first: talksHeld === 0, command };
}

function nextOfQuestions(sight: FloorSight): PrimaryAction {
  const { forum, floor, current, queue, chosenOfficial } = sight;
  const asked = onFloor(current);
  if (asked && floor?.kind === 'question' && floor.phase === 'asking') {
    const official = officialFor(forum, asked, chosenOfficial);
    if (!official) return { kind: 'chooseOfficial', command: null };
    const command = { type: 'startAnswer', question: asked.id, official: official.id } as const;
    return { kind: 'startAnswer', official, command };
  }
  const question = queue[0];
  if (!question) return moveOn(sight);
  const command = { type: 'pickQuestion', question: question.id, from: asked?.id ?? null } as const;
  return { kind: 'pickQuestion', question, command };
}

function endInterjection({ floor }: FloorSight): PrimaryAction | null {
  if (!floor?.interjection) return null;
  const command = { type: 'endInterjection', interjection: floor.interjection.number } as const;
  return { kind: 'endInterjection', name: floor.speaker?.name ?? null, command };
}

/** During an exchange the floor goes back and forth until the host ends it. */
function passFloor({ floor }: FloorSight): PrimaryAction | null {
  if (!floor?.exchange) return null;
  const to: Side = floor.phase === 'official' ? 'representative' : 'official';
  const { representative } = floor.exchange;
  const name = to === 'representative' ? representative.name : (floor.speaker?.name ?? '');
  return { kind: 'passFloor', to, name, command: { type: 'passFloor', turn: floor.turn, to } };
}

/** Whoever the host chose, else the next who has not spoken yet; nobody once all have. */
function nextExchange(sight: FloorSight): PrimaryAction | null {
  const { representative, official } = suggestPair(sight, sight.pairing);
  if (!representative || !official) return null;
  const command = {
    type: 'startExchange',
    representative: representative.id,
    official: official.id,
    quota: sight.pairing.quota,
    from: sight.floor?.turn ?? null,
  } as const;
  return { kind: 'startExchange', representative, official, command };
}
