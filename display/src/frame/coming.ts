/** What the line at the foot says: one thing at a time, what the hall has to act on first. */
import type { SceneKind } from '@wenzheng/shared/forum/scenes';
import { currentItem, nextSpeaker, type Documents } from '../hall';

export type Coming = 'protected' | 'questions' | 'rated' | 'speaker' | 'item';

export function comingNext(documents: Documents, kind: SceneKind): Coming {
  const { floor, forum, micQueue, rating } = documents;
  if (kind === 'dialogue' && floor?.phase === 'representative') return 'protected';
  // Somebody is asked to come: that must not wait until the rating is closed, or for another scene.
  if (micQueue.called !== null && forum.closedAt === null) return 'questions';
  const isQuestion = kind === 'question' || kind === 'deflection';
  // Beside its own question the rating stands in the scene; else here, while nobody has the floor.
  if (rating && floor === null && !isQuestion) return 'rated';
  const isAsking = currentItem(documents)?.stage === 'qa' && kind === 'agenda';
  if (isQuestion || isAsking || kind === 'join') return 'questions';
  const hasSpeaker = (kind === 'talk' || kind === 'agenda') && nextSpeaker(documents) !== null;
  return hasSpeaker ? 'speaker' : 'item';
}
