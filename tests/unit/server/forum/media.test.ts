import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { MOST_MEDIA } from '@wenzheng/shared/forum/media';
import { seconds } from '@wenzheng/shared/time/instant';
import { describe, expect, test } from 'vitest';
import { done, given, itemStarted, when, type Done } from '../../../support/given';
import { FILM, SLIDES } from '../../../support/photo';
import { roomWithForum } from '../../../support/room';

const added = (file = FILM, name = 'opening'): Done =>
  done(1, 'addMedia', { type: 'mediaAdded', data: { file, name } });
const ITEM = { item: 'opening', clip: FILM.id, slides: null } as const;
const set = done(2, 'setItemMedia', { type: 'itemMediaSet', data: ITEM });
const played = done(3, 'playClip', {
  type: 'filmPlayed',
  data: { clip: FILM.id, length: seconds(60), position: seconds(0) },
});
const slidesShown = done(3, 'showSlides', {
  type: 'slidesShown',
  data: { slides: SLIDES.id, page: 2, pages: 3 },
});
const kept = done(3, 'assignDisplay', {
  type: 'displayAssigned',
  data: { display: 'main.WALL23', shows: 'still', scene: null },
});
const elsewhere = done(4, 'showScene', { type: 'sceneShown', data: { scene: 'agenda' } });
const setItem = (fields: object): CommandInput =>
  ({ type: 'setItemMedia', ...ITEM, ...fields }) as CommandInput;
const remove = (media: string): CommandInput => ({ type: 'removeMedia', media });

describe('films and slides', () => {
  test.each<[string, Done[], CommandInput, unknown]>([
    ['are set for an item', [added()], setItem({}), [{ type: 'itemMediaSet', data: ITEM }]],
    ['are set once', [added(), set], setItem({}), []],
    ['are set for an item that is there', [added()], setItem({ item: 'x' }), 'agenda.unknown_item'],
    ['are there', [], setItem({}), 'media.unknown'],
    ['are of their kind', [added(SLIDES)], setItem({ clip: SLIDES.id }), 'media.unknown'],
    [
      'are taken off an item',
      [added(), set],
      setItem({ clip: null }),
      [{ type: 'itemMediaSet', data: { ...ITEM, clip: null } }],
    ],
    [
      'are removed',
      [added(), set],
      remove(FILM.id),
      [{ type: 'mediaRemoved', data: { media: FILM.id } }],
    ],
    ['are removed once', [], remove(FILM.id), []],
    ['are not removed from the screen', [added(), played], remove(FILM.id), 'media.shown'],
    ['nor are slides', [added(SLIDES), slidesShown], remove(SLIDES.id), 'media.shown'],
    [
      'are not removed from a display that keeps them',
      [added(), played, kept, elsewhere],
      remove(FILM.id),
      'media.shown',
    ],
    [
      'are removed when something else is shown',
      [added(), played, elsewhere],
      remove(FILM.id),
      [{ type: 'mediaRemoved', data: { media: FILM.id } }],
    ],
  ])('%s', (_, before, command, outcome) => {
    expect(when(given(...before), command, { at: 10 })).toEqual(outcome);
  });

  test('come with their file, which the hub has looked at', () => {
    const add: CommandInput = { type: 'addMedia', name: 'opening' };
    expect(when(given(), add, { file: FILM })).toEqual(added().entries);
    expect(when(given(), add)).toBe('media.no_file');
    expect(when(given(added()), add, { file: FILM })).toEqual([]);
    const many = Array.from({ length: MOST_MEDIA }, (_, index) =>
      added({ ...FILM, id: `film-${index}` }),
    );
    expect(when(given(...many), add, { file: FILM })).toBe('media.too_many');
  });

  test('are of no item any more once they, or it, are gone', () => {
    const removed = done(5, 'removeMedia', { type: 'mediaRemoved', data: { media: FILM.id } });
    expect(given(added(), set, removed).itemMedia.size).toBe(0);
    const both = { item: 'opening', clip: FILM.id, slides: SLIDES.id };
    const setBoth = done(2, 'setItemMedia', { type: 'itemMediaSet', data: both });
    expect(given(added(), added(SLIDES), setBoth, removed).itemMedia.get('opening')).toEqual({
      clip: null,
      slides: SLIDES.id,
    });
    const gone = done(5, 'removeAgendaItem', {
      type: 'agendaItemRemoved',
      data: { item: 'opening' },
    });
    expect(given(added(), set, gone).itemMedia.size).toBe(0);
  });

  test('of the running item and the next are what displays hold ready', async () => {
    const room = await roomWithForum();
    const admin = room.enter('admin');
    for (const name of ['film', 'film 2', 'slides']) await admin.does({ type: 'addMedia', name });
    const of = (item: string, clip: string | null, slides: string | null) =>
      admin.does({ type: 'setItemMedia', item, clip, slides });
    await of('opening', 'film-4', null);
    await of('policy_talk', 'film-4', 'slides-6');
    await of('qa', 'film-6', null);
    const ready = () => room.seat.room.feed('display').snapshot().documents['ready'];
    expect(ready()).toEqual({ clips: ['film-4'], slides: [] });
    await admin.does({ type: 'startAgendaItem', item: 'opening', from: null });
    expect(ready()).toEqual({ clips: ['film-4'], slides: ['slides-6'] });
    await admin.does({ type: 'startAgendaItem', item: 'policy_talk', from: 'opening' });
    expect(ready()).toEqual({ clips: ['film-4', 'film-6'], slides: ['slides-6'] });
  });

  test('that have come back are not undone while an item shows them, or the hall sees them', async () => {
    const room = await roomWithForum();
    const [admin, host] = [room.enter('admin'), room.enter('host')];
    const { entry = -1 } = await admin.does({ type: 'addMedia', name: 'film' });
    const undo = () => admin.press({ type: 'undo', entry });
    await host.does({ type: 'playClip', clip: 'film-4', from: 'start' });
    expect(await undo()).toMatchObject({ code: 'media.shown' });
    await host.does({ type: 'showScene', scene: 'join' });
    await admin.does({ type: 'setItemMedia', item: 'qa', clip: 'film-4', slides: null });
    expect(await undo()).toMatchObject({ code: 'agenda.still_used', by: 'qa' });
  });

  test('stay with a forum that runs', () => {
    expect(given(added(), set, itemStarted(3, 'opening')).itemMedia.size).toBe(1);
  });
});
