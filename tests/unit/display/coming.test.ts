import { expect, test } from 'vitest';
import type { Stage } from '@wenzheng/shared/forum/agenda';
import type { SceneKind } from '@wenzheng/shared/forum/scenes';
import { comingNext, type Coming } from '../../../display/src/frame/coming';
import type { Documents } from '../../../display/src/hall';

const speaker = { id: 'li' };
const SPEAKING = { phase: 'representative', next: null };
interface Hall {
  readonly stage?: Stage;
  readonly called?: number | null;
  readonly rated?: boolean;
  readonly closed?: boolean;
  readonly floor?: { readonly phase: string; readonly next: typeof speaker | null } | null;
}
const hall = ({
  stage = 'qa',
  called = null,
  rated = false,
  closed = false,
  floor = null,
}: Hall): Documents =>
  ({
    agenda: { current: 'now', items: [{ id: 'now', stage, talks: [] }] },
    talks: { held: 0 },
    forum: { speakers: [speaker], closedAt: closed ? 1 : null },
    micQueue: { called, next: [], waiting: 0 },
    rating: rated ? { answer: 'q1' } : null,
    floor,
  }) as unknown as Documents;

test.each<[string, Hall, SceneKind, Coming]>([
  [
    'who is called, before a rating that is open',
    { called: 3, rated: true },
    'agenda',
    'questions',
  ],
  ['who is called, in whatever scene', { called: 3, stage: 'opening' }, 'results', 'questions'],
  [
    'that the floor is protected, though somebody is called',
    { called: 3, floor: SPEAKING },
    'dialogue',
    'protected',
  ],
  ['nobody who was called once the forum is over', { called: 3, closed: true }, 'thanks', 'item'],
  ['how the hall rates, while nobody has the floor', { rated: true }, 'agenda', 'rated'],
  ['the next questions beside the rated one', { rated: true }, 'question', 'questions'],
  ['the next questions while they are asked', {}, 'agenda', 'questions'],
  [
    'who speaks next',
    { stage: 'policy_talk', floor: { phase: 'talk', next: speaker } },
    'talk',
    'speaker',
  ],
  ['the next item otherwise', { stage: 'opening' }, 'opening', 'item'],
])('%s', (_, given, kind, coming) => {
  expect(comingNext(hall(given), kind)).toBe(coming);
});
