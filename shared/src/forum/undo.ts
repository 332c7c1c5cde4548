/** Taking back what was just done, by naming the entry that recorded it. */
import { z } from 'zod';
import { instantSchema } from './words';
import { roleSchema } from './access';

export const UNDO_MS = 10_000;

export const undoView = z.strictObject({
  /** Newest last. */
  actions: z.array(
    z.strictObject({
      entry: z.int(),
      /** Type of the command that can be taken back. */
      command: z.string(),
      by: z.strictObject({ role: roleSchema, id: z.string() }),
      at: instantSchema,
      /** What it was about, if a question. */
      question: z.strictObject({ id: z.string(), number: z.int() }).nullable(),
    }),
  ),
});
export type UndoView = z.infer<typeof undoView>;

export const undo = z.strictObject({ type: z.literal('undo'), entry: z.int() });
export const undoCommands = [undo] as const;
