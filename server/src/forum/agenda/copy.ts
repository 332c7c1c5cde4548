/** A forum made after another: everything that was planned, nothing of what happened. */
import { after, between, duration, minutes, type Instant } from '@wenzheng/shared/time/instant';
import type { ForumState } from '../../engine/state';
import { departmentsOf, itemsOf, speakersOf } from './lists';
import { plannedForum } from './plan';
import type { AgendaEntries } from './state';

const DAY = minutes(24 * 60);

/** The next time after `now` that the clock in China, which knows no summer time, shows what it did then. */
const sameTimeOfDay = (then: Instant, now: Instant): Instant => {
  const past = between(then, now) % DAY;
  return after(now, duration(DAY - (past < 0 ? past + DAY : past)));
};

/** Facts of a forum `id` as the one of `state` was set up; null if there is none. */
export function copiedForum(
  state: ForumState,
  id: string,
  now: Instant,
): AgendaEntries['forumCreated'] | null {
  const forum = state.forum.value;
  return (
    forum &&
    copyOf(state, { ...forum, id, startsAt: sameTimeOfDay(forum.startsAt, now), rehearsal: false })
  );
}

/** The same under another title and beginning at `startsAt`, to rehearse in. */
export function rehearsedForum(
  state: ForumState,
  copy: { readonly id: string; readonly title: string; readonly startsAt: Instant },
): AgendaEntries['forumCreated'] | null {
  const forum = state.forum.value;
  return forum && copyOf(state, { ...forum, ...copy, rehearsal: true });
}

function copyOf(
  state: ForumState,
  { closedAt: _, ...planned }: NonNullable<ForumState['forum']['value']>,
): AgendaEntries['forumCreated'] {
  const [departments, speakers] = [departmentsOf(state), speakersOf(state)];
  const items = itemsOf(state).map(({ run: _run, givenUp: _givenUp, ...item }) => item);
  return plannedForum({ ...planned, departments, speakers }, items);
}
