import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { FILM_LEAD, readFilm } from '@wenzheng/shared/forum/film';
import { after, seconds } from '@wenzheng/shared/time/instant';
import { describe, expect, test } from 'vitest';
import { done, given, itemStarted, moment, when, type Done } from '../../../support/given';
import { FILM, SLIDES } from '../../../support/photo';

const LENGTH = seconds(60);
const there: Done[] = [FILM, SLIDES].map((file) =>
  done(1, 'addMedia', { type: 'mediaAdded', data: { file, name: file.id } }),
);
const playedAt = (at: number, position = 0): Done =>
  done(at, 'playClip', {
    type: 'filmPlayed',
    data: { clip: FILM.id, length: LENGTH, position: seconds(position) },
  });
const pausedAt = (at: number, position: number): Done =>
  done(at, 'pauseClip', { type: 'filmPaused', data: { position: seconds(position) } });
const shownAt = (at: number): Done =>
  done(at, 'showScene', { type: 'sceneShown', data: { scene: 'agenda' } });
const pageAt = (at: number, page: number): Done =>
  done(at, 'showSlides', { type: 'slidesShown', data: { slides: SLIDES.id, page, pages: 3 } });
const raised = (at: number): Done =>
  done(at, 'raiseEmergency', {
    type: 'emergencyRaised',
    data: { kind: 'fire', drill: true, message: null },
  });
const cleared = (at: number): Done =>
  done(at, 'allClear', { type: 'emergencyCleared', data: { emergency: 0 } });

const term = { id: 'fund', word: 'fund', plain: 'money', example: '', items: [] };
const card = (at: number, shown: string | null): Done =>
  done(at, 'showCard', { type: 'cardShown', data: { term: shown } });
const cards = done(1, 'putTerm', { type: 'termPut', data: { term } });

const play = (from: 'start' | 'here', clip = FILM.id): CommandInput => ({
  ...{ type: 'playClip', clip },
  from,
});
const pause: CommandInput = { type: 'pauseClip', clip: FILM.id };
const page = (number: number, slides = SLIDES.id): CommandInput => ({
  ...{ type: 'showSlides', slides },
  page: number,
});
const plays = (position: number) => [
  {
    type: 'filmPlayed',
    data: { clip: FILM.id, length: LENGTH, position: position * 1_000 },
  },
];
const turned = (number: number) => [
  { type: 'slidesShown', data: { slides: SLIDES.id, page: number, pages: 3 } },
];
const LEAD = FILM_LEAD / 1_000;

describe('a film', () => {
  test.each<[string, Done[], CommandInput, unknown]>([
    ['begins', [], play('here'), plays(0)],
    ['has to be there', [], play('start', 'x'), 'media.unknown'],
    ['is no slides', [], play('start', SLIDES.id), 'media.unknown'],
    ['that plays goes on', [playedAt(90)], play('here'), []],
    ['begins again', [playedAt(90)], play('start'), plays(0)],
    ['goes on where it was paused', [playedAt(2), pausedAt(9, 7)], play('here'), plays(7)],
    ['that has ended begins again', [playedAt(2, 55)], play('here'), plays(0)],
    ['that was left goes on', [playedAt(2), shownAt(12 + LEAD)], play('here'), plays(10)],
    [
      'is paused where it stands',
      [playedAt(90)],
      pause,
      [{ type: 'filmPaused', data: { position: 10_000 - FILM_LEAD } }],
    ],
    ['is paused once', [playedAt(90), pausedAt(95, 5)], pause, []],
    ['that has ended is not paused', [playedAt(2)], pause, []],
    ['that was never shown is not paused', [], pause, 'media.unknown'],
  ])('%s', (_, before, command, outcome) => {
    expect(when(given(...there, ...before), command)).toEqual(outcome);
  });

  test('is the scene, and begins a moment after the press', () => {
    const state = given(...there, playedAt(5));
    expect(state.scene.value).toEqual({ kind: 'clip', since: moment(5) });
    expect(state.film.value).toMatchObject({ startedAt: after(moment(5), FILM_LEAD), position: 0 });
  });

  test('stands still when something else is shown, and stays so', () => {
    const state = given(...there, playedAt(2), shownAt(12 + LEAD), itemStarted(20, 'qa'));
    expect(state.film.value).toMatchObject({ startedAt: null, position: 10_000 });
  });

  test('stands still under a card, and is there again when that goes', () => {
    const under = given(...there, cards, playedAt(2), card(12 + LEAD, 'fund'));
    expect(under.film.value).toMatchObject({ startedAt: null, position: 10_000 });
    expect(under.scene.value.kind).toBe('clip');
    expect(when(under, play('here'))).toEqual(plays(10));
    const on = given(...there, cards, playedAt(2), card(12 + LEAD, 'fund'), playedAt(20, 10));
    expect(on.card.value).toBeNull();
    expect(on.film.value).toMatchObject({ startedAt: after(moment(20), FILM_LEAD) });
  });

  test('stands still in an emergency, and goes on with the all clear', () => {
    const stopped = given(...there, playedAt(2), raised(12 + LEAD));
    expect(stopped.film.value).toMatchObject({ startedAt: null, position: 10_000, stopped: true });
    const on = given(...there, playedAt(2), raised(12 + LEAD), cleared(50));
    expect(on.scene.value.kind).toBe('clip');
    expect(on.film.value).toEqual({
      ...{ clip: FILM.id, length: LENGTH, position: 10_000, stopped: false },
      startedAt: after(moment(50), FILM_LEAD),
    });
  });

  test('that was paused or over is found so after an emergency', () => {
    const paused = [...there, playedAt(2), pausedAt(9, 7)];
    expect(given(...paused, raised(12), cleared(50)).film.value).toEqual(
      given(...paused).film.value,
    );
    const over = [...there, playedAt(2, 55)];
    expect(given(...over, raised(12), cleared(50)).film.value).toEqual(given(...over).film.value);
  });

  test.each<[number, string, number]>([
    [0, 'playing', 10],
    [LEAD, 'playing', 10],
    [5 + LEAD, 'playing', 15],
    [50 + LEAD, 'ended', 60],
    [500, 'ended', 60],
  ])('%f s after the press is %s at %f s', (at, state, position) => {
    const film = { startedAt: after(moment(0), FILM_LEAD), position: seconds(10), length: LENGTH };
    expect(readFilm(film, moment(at))).toMatchObject({ state, position: position * 1_000 });
    expect(readFilm({ ...film, startedAt: null }, moment(at))).toEqual({
      ...{ state: 'paused', position: 10_000 },
      endsAt: null,
    });
  });
});

describe('slides', () => {
  test.each<[string, Done[], CommandInput, unknown]>([
    ['are shown', [], page(1), turned(1)],
    ['are turned', [pageAt(2, 1)], page(2), turned(2)],
    ['stay', [pageAt(2, 2)], page(2), []],
    ['come back', [pageAt(2, 2), shownAt(3)], page(2), turned(2)],
    ['come back from under a card', [cards, pageAt(2, 2), card(3, 'fund')], page(2), turned(2)],
    ['have no more pages', [], page(4), 'media.no_page'],
    ['have to be there', [], page(1, 'x'), 'media.unknown'],
    ['are no film', [], page(1, FILM.id), 'media.unknown'],
  ])('%s', (_, before, command, outcome) => {
    expect(when(given(...there, ...before), command)).toEqual(outcome);
  });

  test('are the scene, and stay at their page through an emergency', () => {
    const state = given(...there, pageAt(2, 3), raised(3), cleared(9));
    expect(state.scene.value).toEqual({ kind: 'slides', since: moment(2) });
    expect(state.slidesShown.value).toEqual({ slides: SLIDES.id, page: 3, pages: 3 });
  });

  test('take the place of a film, which stands still', () => {
    const state = given(...there, playedAt(2), pageAt(12 + LEAD, 1));
    expect(state.scene.value.kind).toBe('slides');
    expect(state.film.value).toMatchObject({ startedAt: null, position: 10_000 });
  });
});
