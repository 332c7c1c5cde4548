/** Files of citizens' questions, one JSON object a line, that people have sorted by hand. */
import { z } from 'zod';

const question = z.object({
  id: z.string().min(1),
  text: z.string().min(1),
  department: z.string().nullable(),
  departmentAlso: z.string().optional(),
  duplicateGroup: z.string().nullable(),
  dup: z.enum(['easy', 'hard']).optional(),
  confusableWith: z.string().optional(),
  offTopic: z.boolean(),
  containsPersonalData: z.boolean(),
  abusive: z.boolean(),
});
export type SortedQuestion = z.infer<typeof question>;

/** A line that is no such question. */
export class MalformedLine extends Error {
  constructor(line: number, problem: string) {
    super(`line ${line}: ${problem}`);
  }
}

/** Throws `MalformedLine`. Empty lines are passed over. */
export function parseQuestions(text: string): readonly SortedQuestion[] {
  const ids = new Set<string>();
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const parsed = question.safeParse(parseJson(line, index + 1));
    if (!parsed.success) throw new MalformedLine(index + 1, z.prettifyError(parsed.error));
    if (ids.has(parsed.data.id)) throw new MalformedLine(index + 1, `${parsed.data.id} again`);
    ids.add(parsed.data.id);
    return [parsed.data];
  });
}

function parseJson(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new MalformedLine(number, 'not JSON');
  }
}
