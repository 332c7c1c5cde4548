/** What is to be done next with a poll that was opened, and what it is called. */
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import type { ListedPoll } from '@wenzheng/shared/forum/polls';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { minutes, type Instant } from '@wenzheng/shared/time/instant';
import type { HostView } from '../../hub-link';

export interface PollAct {
  readonly kind: 'close' | 'show' | 'hide' | 'floor';
  readonly what: string;
  readonly command: CommandInput;
}

const shownAct = (poll: string, shown: boolean): PollAct => ({
  ...{ kind: shown ? 'show' : 'hide', what: shown ? m.polls_show() : m.polls_hide() },
  command: { type: 'setPollShown', poll, shown },
});

type Sight = Pick<HostView['documents'], 'scene' | 'poll' | 'polls'>;
type Held = Pick<ListedPoll, 'id' | 'state' | 'shown'>;

/** It stands on the big screen. */
const isOnScreen = ({ scene, poll }: Pick<Sight, 'scene' | 'poll'>, { id }: Held): boolean =>
  scene.kind === 'poll' && poll?.id === id;

/** The next step: close, then show what came out, then give the big screen back; later it can come there again. */
export function nextAct(sight: Pick<Sight, 'scene' | 'poll'>, poll: Held): PollAct {
  const { id, state, shown } = poll;
  if (state === 'open')
    return { kind: 'close', what: m.polls_close(), command: { type: 'closePoll', poll: id } };
  if (!shown) return shownAct(id, true);
  return isOnScreen(sight, poll)
    ? {
        ...{ kind: 'floor', what: m.polls_back_to_floor() },
        command: { type: 'showScene', scene: 'floor' },
      }
    : { ...shownAct(id, true), what: m.polls_on_screen() };
}

/** Beside the next step: show or hide what came out; null where that is the next step. */
export function otherAct({ id, state, shown }: Held): PollAct | null {
  if (shown) return shownAct(id, false);
  return state === 'open' ? shownAct(id, true) : null;
}

/** So long a poll that was closed stays in the host's hand, whatever the big screen shows. */
const JUST_CLOSED = minutes(2);

/** The poll that the host has in hand: it is open, or on the big screen, or was closed just `now`. */
export function pollInHand({ scene, poll, polls }: Sight, now: Instant | null): ListedPoll | null {
  const listed = polls.polls.find(({ id }) => id === poll?.id);
  if (!listed) return null;
  const { state, shown, closedAt } = listed;
  if (state === 'open' || scene.kind === 'poll') return listed;
  const isFresh = now !== null && closedAt !== null && now - closedAt < JUST_CLOSED;
  return !shown && isFresh ? listed : null;
}
