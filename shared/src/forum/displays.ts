/** Displays of the hall: their names, and what each shows where it does not follow the stage like the others. */
import { z } from 'zod';
import { deviceNameSchema } from './access';
import { LAYOUTS } from './layouts';
import { FREE_SCENES, SCENES } from './scenes';
import { instantSchema } from './words';

/** The id that a display has given itself; it begins with its layout. */
export const displayId = z
  .string()
  .regex(new RegExp(`^(?:${LAYOUTS.join('|')})\\.[A-Z0-9]{6,16}$`), 'not_a_display');

/** A forum keeps so many that were named, or told to show something. */
export const DISPLAYS_LIMIT = 40;

/** What a display does: as the stage goes, a scene of its own, the picture that it showed, or nothing. */
export const SHOWS = ['follow', 'scene', 'still', 'blank'] as const;
export type Shows = (typeof SHOWS)[number];

const showing = {
  shows: z.enum(SHOWS),
  /** Of `scene`: which. Of `still`: what stood there when it was told to. */
  scene: z.enum(SCENES).nullable(),
  /** Of `still`: the number of the question that stands there. */
  question: z.int().nullable(),
  /** When it was told so. */
  since: instantSchema,
};

/** A display, as those see it who lead the forum. */
const displayListing = z.strictObject({
  id: z.string(),
  name: z.string().nullable(),
  /** False for one that was there, or has a name, and is not there now. */
  connected: z.boolean(),
  /** Films and slides of the forum that it could show at once, by id. */
  holds: z.array(z.string()),
  ...showing,
});
export const displaysView = z.strictObject({ displays: z.array(displayListing) });
export type DisplaysView = z.infer<typeof displaysView>;
export type DisplayListing = DisplaysView['displays'][number];

/** What displays are told: each picks its own by its id. */
export const assignment = z.strictObject({
  display: z.string(),
  name: z.string().nullable(),
  ...showing,
  /** Its name is shown large for a while from then on; null for never. */
  identified: instantSchema.nullable(),
});
export type Assignment = z.infer<typeof assignment>;

/** Gives a display a name, or takes it away. */
export const renameDisplay = z.strictObject({
  type: z.literal('renameDisplay'),
  display: displayId,
  name: deviceNameSchema.nullable(),
});
/** Has a display show its name large, so that one sees which it is. */
export const identifyDisplay = z.strictObject({
  type: z.literal('identifyDisplay'),
  display: displayId,
});
/** Tells one display what to show. Scenes are for big screens alone. */
export const assignDisplay = z
  .strictObject({
    type: z.literal('assignDisplay'),
    display: displayId,
    shows: z.enum(SHOWS),
    scene: z.enum(FREE_SCENES).nullable(),
  })
  .refine(({ shows, scene }) => (shows === 'scene') === (scene !== null), {
    path: ['scene'],
    error: 'out_of_range',
  })
  .refine(({ shows, display }) => shows !== 'scene' || display.startsWith('main.'), {
    path: ['scene'],
    error: 'out_of_range',
  });
/** Forgets the name of a display and what it was told. */
export const forgetDisplay = z.strictObject({
  type: z.literal('forgetDisplay'),
  display: displayId,
});

export const displayCommands = [
  renameDisplay,
  identifyDisplay,
  assignDisplay,
  forgetDisplay,
] as const;
