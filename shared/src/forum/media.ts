/**
 * Film clips and slides that organisers bring along. The file itself goes to the hub in pieces over HTTP and lies in
 * its data folder; a command, an entry or a view never holds more than what is known of it.
 */
import { z } from 'zod';
import { durationSchema, id, instantSchema, words } from './words';

export const MEDIA_KINDS = ['clip', 'slides'] as const;
export type MediaKind = (typeof MEDIA_KINDS)[number];

/** What the hub serves a file as: told from its contents, never from its name. */
export const MEDIA_TYPES = ['video/mp4', 'video/webm', 'application/pdf'] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

export const MEDIA_NAME_LIMIT = 60;
/** Files of one forum. */
export const MOST_MEDIA = 40;
export const MOST_PAGES = 500;
/** Slides beyond this are pictures that nobody has made smaller. */
export const LARGEST_SLIDES = 100 * 1_048_576;
/** An upload goes in pieces of this size, so that a slow network loses no more than one. */
export const UPLOAD_PIECE = 1_048_576;

const medium = z.strictObject({
  id,
  kind: z.enum(MEDIA_KINDS),
  type: z.enum(MEDIA_TYPES),
  name: z.string(),
  bytes: z.int(),
  /** How long a clip plays; null for slides. */
  length: durationSchema.nullable(),
  /** Of slides; null for a clip. */
  pages: z.int().nullable(),
  addedAt: instantSchema,
});
export type Medium = z.infer<typeof medium>;

/** What an item of the agenda has to show, by id. */
const itemMedia = z.strictObject({ item: id, clip: id.nullable(), slides: id.nullable() });
export type ItemMedia = z.infer<typeof itemMedia>;

/** For those who lead the forum: all files in the order in which they came, and which item shows what. */
export const mediaView = z.strictObject({
  media: z.array(medium),
  items: z.array(itemMedia),
});
export type MediaView = z.infer<typeof mediaView>;

/** Clips that a display holds ready: those of the running item and of the next. */
export const readyView = z.strictObject({ clips: z.array(id), slides: z.array(id) });
export type ReadyView = z.infer<typeof readyView>;

/** The file itself has come before, over HTTP; see docs/protocol.md. */
export const addMedia = z.strictObject({
  type: z.literal('addMedia'),
  name: words(MEDIA_NAME_LIMIT),
});
/** Refused as `media.shown` while the hall sees it. */
export const removeMedia = z.strictObject({ type: z.literal('removeMedia'), media: id });
/** Sets both; null for none. */
export const setItemMedia = z.strictObject({
  type: z.literal('setItemMedia'),
  item: id,
  clip: id.nullable(),
  slides: id.nullable(),
});
export const mediaCommands = [addMedia, removeMedia, setItemMedia] as const;
