/** Films for tests: a square that moves over a plain ground, forty seconds with a tone (WebM), three without (MP4). */
import { fileURLToPath } from 'node:url';

export const media = (name: 'film.webm' | 'film.mp4'): string =>
  fileURLToPath(new URL(`./media/${name}`, import.meta.url));
