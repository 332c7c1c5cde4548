/** Which big screens could show a film or slides at once, as they themselves say. */
import type { DisplayListing } from '@wenzheng/shared/forum/displays';
import { layoutOf } from '@wenzheng/shared/forum/layouts';
import type { Medium } from '@wenzheng/shared/forum/media';
import { m } from '@wenzheng/shared/paraglide/messages.js';

const isBigScreen = ({ id, connected }: DisplayListing): boolean =>
  connected && layoutOf(id) === 'main';

/** Null while no big screen is open. */
export function heldText(media: string, displays: readonly DisplayListing[]): string | null {
  const open = displays.filter(isBigScreen);
  if (open.length === 0) return null;
  const ready = open.filter(({ holds }) => holds.includes(media)).length;
  return ready === open.length
    ? m.film_ready()
    : m.film_ready_on({ count: ready, all: open.length });
}

/** What `display` has ready of `coming`; null if nothing comes, or it shows no films. */
export function holdsText(display: DisplayListing, coming: readonly Medium[]): string | null {
  // Of slides a screen holds one set at a time.
  const slides = coming.find(({ kind }) => kind === 'slides');
  const wanted = coming.filter((medium) => medium.kind === 'clip' || medium === slides);
  if (!isBigScreen(display) || wanted.length === 0) return null;
  const missing = wanted.filter(({ id }) => !display.holds.includes(id));
  return missing.length === 0
    ? m.displays_holds_all()
    : m.displays_holds_not({ names: missing.map(({ name }) => name).join(m.film_joint()) });
}
