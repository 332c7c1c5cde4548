/** Messages to the stage: what the host says to whoever speaks, seen on the monitor before them and nowhere else in the hall. */
import { z } from 'zod';
import { instantSchema, words } from './words';

/** What hosts say most, in the language of each screen that shows it. */
export const STAGE_TEMPLATES = ['brief', 'plain', 'microphone', 'minute', 'answer'] as const;
export type StageTemplate = (typeof STAGE_TEMPLATES)[number];

/** Read from eight metres by somebody who is speaking: a sentence. */
export const STAGE_MESSAGE_LIMIT = 60;

/** The message that stands on stage; either a template or the host's own words. */
export const stageMessageView = z.strictObject({
  /** Another one for each message, so that a late press cannot take away what it did not mean. */
  number: z.int(),
  template: z.enum(STAGE_TEMPLATES).nullable(),
  text: z.string().nullable(),
  since: instantSchema,
});
export type StageMessageView = z.infer<typeof stageMessageView>;

/**
 * Puts a message before whoever has the floor, in place of any other. It goes with them: the next who speaks does
 * not read what was meant for the one before.
 */
export const tellStage = z.strictObject({
  type: z.literal('tellStage'),
  say: z.union([
    z.strictObject({ template: z.enum(STAGE_TEMPLATES) }),
    z.strictObject({ text: words(STAGE_MESSAGE_LIMIT) }),
  ]),
});
/** Takes away the message `message`; another that has come in its place stays. */
export const clearStage = z.strictObject({ type: z.literal('clearStage'), message: z.int() });

export const promptCommands = [tellStage, clearStage] as const;
