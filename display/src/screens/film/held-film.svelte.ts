/** Clips that are held ready before anybody shows them: the scene changes once a first picture can be drawn. */
import { mediaAddress } from '@wenzheng/shared/forum/media-address';

const AGAIN_MS = 5_000;
/** Until a film that gives way has left the wall. */
const FADED_MS = 1_000;

/** One clip in a video element of its own, which is put on the wall when its time has come. */
export class HeldFilm {
  readonly clip: string;
  readonly address: string;
  readonly video: HTMLVideoElement = document.createElement('video');
  #state = $state.raw<'loading' | 'ready' | 'missing'>('loading');
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(forum: string, clip: string) {
    this.clip = clip;
    this.address = mediaAddress(forum, clip);
    const { video } = this;
    video.preload = 'auto';
    video.playsInline = true;
    video.addEventListener('loadeddata', () => (this.#state = 'ready'));
    video.addEventListener('error', () => this.#lost());
    video.src = this.address;
  }

  get state(): 'loading' | 'ready' | 'missing' {
    return this.#state;
  }

  drop(): void {
    clearTimeout(this.#again);
    this.video.pause();
    this.video.removeAttribute('src');
    this.video.load();
  }

  /** Deleted, or the network is gone: it may come back. */
  #lost(): void {
    if (!this.video.hasAttribute('src')) return;
    this.#state = 'missing';
    this.#again = setTimeout(() => this.video.load(), AGAIN_MS);
  }
}

export class HeldFilms {
  #films = $state.raw<readonly HeldFilm[]>([]);

  /** Holds the clips `wanted` of a forum, and no others. */
  hold(forum: string, wanted: readonly string[]): void {
    const before = this.#films;
    if (wanted.length === before.length && wanted.every((clip) => this.find(forum, clip))) return;
    const films = wanted.map((clip) => this.find(forum, clip) ?? new HeldFilm(forum, clip));
    this.#films = films;
    for (const film of before) if (!films.includes(film)) setTimeout(() => film.drop(), FADED_MS);
  }

  /** Those of which a first picture can be drawn. */
  get ready(): readonly string[] {
    return this.#films.filter(({ state }) => state === 'ready').map(({ clip }) => clip);
  }

  find(forum: string, clip: string): HeldFilm | null {
    const address = mediaAddress(forum, clip);
    return this.#films.find((film) => film.address === address) ?? null;
  }
}
