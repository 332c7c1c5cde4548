/** Keeps a video where the hub's time says that the film stands, so that all displays show the same picture. */
import { readFilm, type FilmView } from '@wenzheng/shared/forum/film-reading';
import type { TimeSource } from '@wenzheng/shared/live/ticking.svelte';

/** How often it is looked at while it plays (ms). */
const LOOK_MS = 500;
/** Apart by more than this it jumps, by more than the other it runs a little faster or slower (s). */
const JUMP = 0.4;
const DRIFT = 0.03;
/** Before the end, where there is still a picture (s). */
const LAST_PICTURE = 0.05;

/** `play` begins to play. Answers how to stop following. */
export function followFilm(
  video: HTMLVideoElement,
  film: FilmView,
  time: TimeSource,
  play: () => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    const now = time.now();
    const { position, state } = readFilm(film, now);
    if (state !== 'playing' || time.still === true) return rest(video, position / 1_000);
    const wait = film.startedAt === null ? 0 : time.until(film.startedAt);
    if (wait > 0) rest(video, position / 1_000);
    else runAt(video, position / 1_000, play);
    timer = setTimeout(look, wait > 0 ? Math.min(wait, LOOK_MS) : LOOK_MS);
  };
  look();
  return () => clearTimeout(timer);
}

function rest(video: HTMLVideoElement, position: number): void {
  video.pause();
  video.playbackRate = 1;
  const last = Number.isFinite(video.duration) ? video.duration - LAST_PICTURE : position;
  const place = Math.max(0, Math.min(position, last));
  if (Math.abs(video.currentTime - place) > LAST_PICTURE) video.currentTime = place;
}

function runAt(video: HTMLVideoElement, position: number, play: () => void): void {
  // Asked to play at its end, a video would begin again.
  if (video.ended || position >= video.duration) return;
  const ahead = video.currentTime - position;
  if (Math.abs(ahead) > JUMP) {
    video.currentTime = position;
    video.playbackRate = 1;
  } else video.playbackRate = Math.abs(ahead) > DRIFT ? 1 - Math.sign(ahead) * 0.04 : 1;
  if (video.paused) play();
}
