/** Photos of slips for tests: real small pictures, and one beside each command that comes with one. */
import type { Picture } from '@wenzheng/server/src/journal/picture';
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
const photoFrame = z.object({ command: z.object({ type: z.literal('putSlipPhoto') }) });

/** What comes with `frame` over HTTP; null for a frame that comes alone. */
export const photoBeside = (frame: unknown): Picture | null =>
  photoFrame.safeParse(frame).success ? PHOTO : null;
