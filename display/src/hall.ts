/** What the hub lets a display see, and what the wall makes of it. */
import type { AgendaItem, Speaker, Stage } from '@wenzheng/shared/forum/agenda';
import type { SceneKind } from '@wenzheng/shared/forum/scenes';
import type { ViewOf } from '@wenzheng/shared/wire/views';
import { ownAssignment } from './assigned';

export type Documents = ViewOf<'display'>['documents'];

const isEmpty = (lines: readonly string[]): boolean => lines.length === 0;

/** As the display with this id shows it: the scene of the stage, or one that it alone is told to show. */
export function sceneOf(documents: Documents, display: string): Documents {
  const told = ownAssignment(documents, display);
  if (told?.shows !== 'scene' || told.scene === null) return documents;
  return { ...documents, scene: { kind: told.scene, since: told.since } };
}

/** The scene that can be shown: a question that is not there leaves the order of the day. */
export function sceneKind({ scene, current, floor, forum, ...more }: Documents): SceneKind {
  if (scene.kind === 'clip') return more.film ? 'clip' : 'agenda';
  if (scene.kind === 'slides') return more.slidesShown ? 'slides' : 'agenda';
  if (scene.kind === 'question') return current ? 'question' : 'agenda';
  if (scene.kind === 'deflection') return current?.deflection ? 'deflection' : 'agenda';
  if (scene.kind === 'talk') return floor ? 'talk' : 'agenda';
  if (scene.kind === 'card') return more.card ? 'card' : 'agenda';
  if (scene.kind === 'scope' && [forum.scope, forum.rules, forum.safety].every(isEmpty))
    return 'opening';
  if (scene.kind === 'poll') return more.poll && more.pollResult ? 'poll' : 'agenda';
  if (scene.kind === 'dialogue') return floor?.exchange ? 'dialogue' : 'agenda';
  return scene.kind;
}

/** Scenes that stand in the frame, between the line above and the one below. */
export type PictureKind = Exclude<SceneKind, 'clip' | 'slides'>;

/** What fills the wall instead; null for nothing. */
export function wholeWall(documents: Documents): 'clip' | 'slides' | null {
  const kind = sceneKind(documents);
  return kind === 'clip' || kind === 'slides' ? kind : null;
}

const pollPicture = (poll: Documents['poll']): string =>
  poll ? `${poll.id} ${poll.state} ${poll.shown}` : '';

/** Changes whenever one picture gives way to another: another scene, question, speaker, card or state of a poll. */
export function pictureKey(documents: Documents, kind: PictureKind): string {
  if (kind === 'question' || kind === 'deflection') return `${kind} ${documents.current?.id ?? ''}`;
  if (kind === 'talk') return `${kind} ${documents.floor?.turn ?? ''}`;
  if (kind === 'dialogue') return `${kind} ${documents.floor?.exchange?.id ?? ''}`;
  if (kind === 'card') return `${kind} ${documents.card?.term ?? ''}`;
  if (kind === 'poll') return `${kind} ${pollPicture(documents.poll)}`;
  return kind;
}

export const currentItem = ({ agenda }: Pick<Documents, 'agenda'>): AgendaItem | null =>
  agenda.items.find((item) => item.id === agenda.current) ?? null;

export interface StageMark {
  readonly stage: Stage;
  readonly progress: 'done' | 'current' | 'to come';
}

/** The stages of the day in their order, each once. */
export function stageMarks(documents: Pick<Documents, 'agenda'>): StageMark[] {
  const stages = [...new Set(documents.agenda.items.map((item) => item.stage))];
  const current = currentItem(documents)?.stage;
  const at = stages.findIndex((stage) => stage === current);
  return stages.map((stage, index) => ({
    stage,
    progress: index === at ? 'current' : index < at ? 'done' : 'to come',
  }));
}

/** Who speaks after the running talk, or next while the floor is empty between two talks. */
export function nextSpeaker(documents: Documents): Speaker | null {
  const { floor, forum, talks } = documents;
  if (floor) return floor.next;
  const talk = currentItem(documents)?.talks[talks.held];
  return forum.speakers.find(({ id }) => id === talk?.speaker) ?? null;
}
