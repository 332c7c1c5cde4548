/** Turns pages of slides as fast as a clicker is pressed: each press names the page that it wants. */
import type { SlidesView } from '@wenzheng/shared/forum/film-reading';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import type { HostView } from '../../hub-link';
import { pageStep } from '../../keyboard';
import type { Presses } from '../../presses.svelte';

type Sight = Pick<HostView['documents'], 'scene' | 'slidesShown' | 'emergency'>;

interface Asked {
  readonly slides: string;
  readonly page: number;
}

/** By when an acknowledged page has come back in what the hub shows. */
const SHOWN_MS = 600;

export class PageTurner {
  readonly #presses: Presses;
  readonly #sight: () => Sight;
  /** What was asked for and not answered yet. */
  #asked = $state.raw<Asked | null>(null);
  #count = 0;

  constructor(presses: Presses, sight: () => Sight) {
    this.#presses = presses;
    this.#sight = sight;
  }

  /** The page that stands there once all is answered. */
  pageOf({ slides, page }: SlidesView): number {
    return this.#asked?.slides === slides ? this.#asked.page : page;
  }

  /** With slides on the wall a clicker turns their pages and does nothing else: was this key meant so? */
  pressed(event: KeyboardEvent): boolean {
    const step = pageStep(event);
    const { scene, slidesShown: shown, emergency } = this.#sight();
    if (step === null || !shown || scene.kind !== 'slides' || emergency !== null) return false;
    event.preventDefault();
    this.turnTo(shown.slides, shown.pages, this.pageOf(shown) + step);
    return true;
  }

  /** Shows a page, if there is such a page. */
  turnTo(slides: string, pages: number, page: number): void {
    if (page < 1 || page > pages) return;
    const asked = { slides, page };
    this.#asked = asked;
    void this.#show(asked).then(() => {
      if (this.#asked === asked) this.#asked = null;
    });
  }

  /** Resolves once what is shown can be relied on again. */
  async #show({ slides, page }: Asked): Promise<void> {
    // No press waits for another: there and back again is three presses.
    const key = `page.${(this.#count += 1)}`;
    const command = { type: 'showSlides', slides, page } as const;
    const ack = await this.#presses.send({ key, what: m.film_do_page({ page }), command });
    if (ack?.ok) await new Promise((done) => setTimeout(done, SHOWN_MS));
  }
}
