/** What a display shows beside the stage: the picture that it keeps stands still, and an emergency lies over it. */
import type { Assignment } from '@wenzheng/shared/forum/displays';
import type { TimeSource } from '@wenzheng/shared/live/ticking.svelte';
import { instant } from '@wenzheng/shared/time/instant';
import { expect, test } from 'vitest';
import { ownAssignment, Stills, type Told } from '../../../display/src/assigned';

const WALL = 'main.WALL23456789';
const told = (shows: Assignment['shows'], since = 5): Assignment => ({
  ...{ display: WALL, name: null, shows, scene: null, question: null },
  ...{ since: instant(since), identified: null },
});
interface Picture extends Told {
  readonly picture: string;
}
const documents = (picture: string, own: Assignment | null, emergency = false): Picture => ({
  ...{ picture, assignments: own ? [own] : [] },
  emergency: emergency ? {} : null,
});
let now = 100;
const time: TimeSource = { timeKnown: true, now: () => instant(now), until: () => 0 };

function display() {
  const stills = new Stills<Picture>(WALL);
  return (picture: string, own: Assignment | null, emergency = false) => {
    const sent = documents(picture, own, emergency);
    return stills.shown(sent, ownAssignment(sent, WALL), time);
  };
}

test('a display follows the stage unless it is told otherwise', () => {
  const shown = display();
  expect(shown('one', null)).toMatchObject({ documents: { picture: 'one' }, still: null });
  expect(shown('two', told('blank')).documents.picture).toBe('two');
  expect(ownAssignment(documents('one', told('still')), 'main.OTHER2345678')).toBeNull();
});

test('a kept picture is the last that was shown, and its time stands still', () => {
  const shown = display();
  shown('one', null);
  now = 200;
  const kept = shown('two', told('still'));
  expect(kept).toMatchObject({ documents: { picture: 'one' }, still: 5 });
  now = 300;
  expect(shown('three', told('still')).documents.picture).toBe('one');
  expect(kept.time.now()).toBe(200);
  expect(kept.time.still).toBe(true);
  expect(shown('four', told('follow', 6))).toMatchObject({ documents: { picture: 'four' } });
  expect(shown('five', told('still', 7)).documents.picture).toBe('four');
});

test('an emergency is shown as the hub sends it, and the kept picture again after it', () => {
  const shown = display();
  shown('one', null);
  shown('two', told('still'));
  expect(shown('three', told('still'), true)).toMatchObject({
    documents: { picture: 'three' },
    still: null,
  });
  expect(shown('four', told('still')).documents.picture).toBe('one');
});
