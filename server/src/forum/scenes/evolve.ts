import type { SceneKind } from '@wenzheng/shared/forum/scenes';
import type { Instant } from '@wenzheng/shared/time/instant';
import type { Evolves } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';
import { sceneCalledFor } from './called-for';
import { holdFilm, pauseFilm, playFilm, releaseFilm } from './film';

function takeCardAway({ card }: ForumState): void {
  if (card.value) card.set(null);
}
const leaveFilm = (state: ForumState, at: Instant): void => {
  if (state.scene.value.kind === 'clip') holdFilm(state, at, false);
};
const show = (state: ForumState, kind: SceneKind, at: Instant): void => {
  takeCardAway(state);
  if (state.scene.value.kind === kind) return;
  leaveFilm(state, at);
  state.scene.set({ kind, since: at });
};
const follow = (state: ForumState, at: Instant): void => show(state, sceneCalledFor(state), at);

/** Runs after the rooms below have taken in the same entry. */
export const evolveScenes: Evolves = {
  agendaItemStarted: (state, { at }) => follow(state, at),
  forumClosed: (state, { at }) => follow(state, at),
  talkStarted: (state, { at }) => follow(state, at),
  floorGiven: (state, { at }) => follow(state, at),
  exchangeStarted: (state, { at }) => follow(state, at),
  turnEnded: (state, { at }) => follow(state, at),
  questionDeflected: (state, { at }) => show(state, 'deflection', at),
  pollOpened: (state, { at }) => show(state, 'poll', at),
  pollRepeated: (state, { at }) => show(state, 'poll', at),
  pollShownSet: (state, { data, at }) => {
    if (data.shown) show(state, 'poll', at);
  },
  sceneShown: (state, { data, at }) => show(state, data.scene, at),
  cardShown: (state, { data: { term }, at }) => {
    // A film does not go on under it.
    if (term !== null) leaveFilm(state, at);
    state.card.set(term === null ? null : { term, since: at });
  },
  termRemoved: (state, { data: { term } }) => {
    if (state.card.value?.term === term) takeCardAway(state);
  },
  filmPlayed: (state, { data, at }) => {
    playFilm(state, data, at);
    show(state, 'clip', at);
  },
  filmPaused: (state, { data, at }) => pauseFilm(state, data.position, at),
  slidesShown: (state, { data, at }) => {
    state.slidesShown.set(data);
    show(state, 'slides', at);
  },
  emergencyRaised: (state, { at }) => holdFilm(state, at, true),
  emergencyCleared: (state, { at }) => releaseFilm(state, at),
};
