/**
 * While an emergency lasts nothing on stage moves, and after it everything is as it was found: whose turn it is,
 * what is left of every clock, whether it runs, what the big screen shows, and where a film stands. Reckoned anew,
 * from deadlines.
 */
import type { ForumState } from '@wenzheng/server/src/engine/state';
import type { Entry } from '@wenzheng/server/src/journal/entry';
import type { Clock } from '@wenzheng/shared/time/countdown';
import { sameJson } from '../same-json';

const left = ({ limit, spentBeforePause, startedAt, pausedAt }: Clock, at: number): number =>
  limit - spentBeforePause - Math.max(0, (pausedAt ?? at) - startedAt);

/** Milliseconds of a film that are over, and whether it goes on. */
function filmOf(film: NonNullable<ForumState['film']['value']>, at: number) {
  const { clip, position, length, startedAt } = film;
  const over = Math.min(length, position + (startedAt === null ? 0 : Math.max(0, at - startedAt)));
  return { clip, over, goesOn: startedAt !== null && over < length };
}

/** What stands on stage at a moment. */
function standing(
  { floor, film, slidesShown, scene, card, currentItem, lastTalks, currentQuestion }: ForumState,
  at: number,
) {
  const turn = floor.value;
  return {
    turn: turn && [turn.turn, turn.phase, turn.subject, turn.setBack],
    left: turn && left(turn.clock, at),
    resting: turn?.exchange ? left(turn.exchange.resting, at) : null,
    spokenUp: turn?.interjection ? left(turn.interjection.clock, at) : null,
    film: film.value && filmOf(film.value, at),
    rest: [
      slidesShown.value,
      scene.value,
      card.value,
      currentItem.value,
      lastTalks.get(currentItem.value ?? ''),
      currentQuestion.value,
    ],
    runs: turn !== null && turn.clock.pausedAt === null,
  };
}
type Standing = ReturnType<typeof standing>;

export class EmergencyWatch {
  /** What the emergency found; null while all is well. */
  #found: Standing | null = null;
  #before: Standing | null = null;

  /** Just before `entries` are taken in. */
  look(state: ForumState, [first]: readonly Entry[]): void {
    this.#before = first ? standing(state, first.at) : null;
  }

  /** Just after: what is wrong, in words; null if nothing is. */
  take(state: ForumState, entries: readonly Entry[]): string | null {
    const [first] = entries;
    if (!first) return null;
    const has = (type: Entry['type']): boolean => entries.some((entry) => entry.type === type);
    const now = standing(state, first.at);
    if (has('emergencyRaised')) {
      if (this.#found) return 'an emergency was raised while another lasted';
      this.#found = this.#before;
    }
    const found = this.#found;
    if (!found) {
      if (has('emergencyAmended') || has('emergencyCleared')) return 'there was no emergency';
      return null;
    }
    const isOver = has('emergencyCleared');
    if (isOver) this.#found = null;
    const film = found.film && { ...found.film, goesOn: isOver && found.film.goesOn };
    const wanted = { ...found, film, runs: isOver && found.runs };
    if (sameJson(now, wanted)) return null;
    return `an emergency found ${JSON.stringify(wanted)} and ${isOver ? 'left' : 'has'} ${JSON.stringify(now)}`;
  }
}
