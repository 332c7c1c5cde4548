import type { DisplayListing } from '@wenzheng/shared/forum/displays';
import type { Medium } from '@wenzheng/shared/forum/media';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { instant, seconds } from '@wenzheng/shared/time/instant';
import { expect, test } from 'vitest';
import { heldText, holdsText } from '../../../console/src/screens/scenes/held-text';

const display = (id: string, holds: string[], connected = true): DisplayListing => ({
  ...{ id, name: null, connected, holds },
  ...{ shows: 'follow', scene: null, question: null, since: instant(0) },
});
const medium = (id: string, kind: Medium['kind'] = 'clip'): Medium => ({
  ...{ id, kind, type: 'video/mp4', name: `the ${id}`, bytes: 1 },
  ...{ length: seconds(60), pages: null, addedAt: instant(0) },
});
const coming = [medium('film'), medium('deck', 'slides'), medium('other', 'slides')];

test('a film is ready on the big screens that are there and say so', () => {
  expect(heldText('film', [])).toBeNull();
  expect(heldText('film', [display('stage.A', []), display('main.B', [], false)])).toBeNull();
  expect(heldText('film', [display('main.A', ['film'])])).toBe(m.film_ready());
  const one = [display('main.A', ['film']), display('main.B', []), display('main.C', [], false)];
  expect(heldText('film', one)).toBe(m.film_ready_on({ count: 1, all: 2 }));
});

test('a big screen is ready for what comes, of slides for the first', () => {
  expect(holdsText(display('main.A', []), [])).toBeNull();
  expect(holdsText(display('stage.A', []), coming)).toBeNull();
  expect(holdsText(display('main.A', [], false), coming)).toBeNull();
  expect(holdsText(display('main.A', ['film', 'deck']), coming)).toBe(m.displays_holds_all());
  const names = ['the film', 'the deck'].join(m.film_joint());
  expect(holdsText(display('main.A', ['other']), coming)).toBe(m.displays_holds_not({ names }));
});
