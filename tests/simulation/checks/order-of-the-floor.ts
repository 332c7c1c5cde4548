/**
 * What holds of every forum at every moment: one thing has the floor, its clocks are of one kind, and one number
 * at most is called to the microphone.
 */
import type { ForumState } from '@wenzheng/server/src/engine/state';

/** What does not fit together, in words; null if everything does. */
export function disorder({
  floor,
  questions,
  currentQuestion,
  exchanges,
  micNumbers,
}: ForumState): string | null {
  const onFloor = [...questions.entries()].flatMap(([id, { state }]) =>
    state === 'on_floor' ? [id] : [],
  );
  const running = [...exchanges.entries()].flatMap(([id, { endedAt }]) =>
    endedAt === null ? [id] : [],
  );
  if (onFloor.some((id) => id !== currentQuestion.value))
    return `questions ${onFloor.join()} are on the floor, shown is ${currentQuestion.value}`;
  const called = [...micNumbers.entries()].flatMap(([key, { state }]) =>
    state === 'called' ? [key] : [],
  );
  if (called.length > 1) return `numbers ${called.join()} are called at once`;
  const { subject = null, exchange = null, interjection = null } = floor.value ?? {};
  if (interjection && floor.value?.clock.pausedAt === null)
    return `the clock runs while interjection ${interjection.number} lasts`;
  if (subject !== null && !onFloor.includes(subject))
    return `question ${subject} has the floor and is not on it`;
  if (running.join() !== (exchange?.id ?? ''))
    return `exchanges ${running.join()} go on, on the floor is ${exchange?.id ?? 'none'}`;
  return exchange?.resting.pausedAt === null ? 'both clocks of an exchange run' : null;
}
