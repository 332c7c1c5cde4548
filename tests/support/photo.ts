/** What comes beside a command over HTTP, for tests: real small pictures, and files of films and slides. */
import { NOTHING_BESIDE, type Beside } from '@wenzheng/server/src/engine/submission';
import type { StoredFile } from '@wenzheng/server/src/forum/media/index';
import type { Picture } from '@wenzheng/server/src/journal/picture';
import { seconds } from '@wenzheng/shared/time/instant';
import { z } from 'zod';

/** One white pixel. */
export const JPEG: Uint8Array = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////2wBDAf//////////////////////////////////////////////////////////////////////////////////////wAARCAABAAEDASIAAhEBAxEB/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAUAQEAAAAAAAAAAAAAAAAAAAAA/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8ASf/Z',
  'base64',
);
export const PNG: Uint8Array = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
export const WEBP: Uint8Array = Buffer.from(
  'UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA',
  'base64',
);

const PHOTO: Picture = { type: 'image/jpeg', bytes: JPEG };
const CLIP = { kind: 'clip', type: 'video/mp4', bytes: 9_000, pages: null } as const;
export const FILM: StoredFile = { id: 'film', length: seconds(60), ...CLIP };
export const SLIDES: StoredFile = {
  ...{ id: 'slides', kind: 'slides', type: 'application/pdf', bytes: 5_000 },
  ...{ length: null, pages: 3 },
};

const withBeside = z.object({ command: z.object({ type: z.enum(['putSlipPhoto', 'addMedia']) }) });
const named = z.object({ command: z.object({ name: z.string() }) });

/** A name says by its first letter what the file is, and by its length which. */
function fileNamed(name: string): StoredFile {
  const file = name.startsWith('s') ? SLIDES : FILM;
  return { ...file, id: `${file.id}-${name.length}` };
}

/** What comes with `frame` over HTTP. */
export function beside(frame: unknown): Beside {
  const command = withBeside.safeParse(frame).data?.command;
  if (command?.type === 'putSlipPhoto') return { picture: PHOTO, file: null };
  const name = command && named.safeParse(frame).data?.command.name;
  return name === undefined ? NOTHING_BESIDE : { picture: null, file: fileNamed(name) };
}
