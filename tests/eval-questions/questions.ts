/** Files of citizens' questions, one JSON object a line, that people have sorted by hand. */
import { z } from 'zod';

/** What does not apply is left out, or null. */
const ifAny = <T extends z.ZodType>(type: T) =>
  type.nullish().transform((value) => value ?? undefined);

const question = z.object({
  id: z.string().min(1),
  text: z.string().min(1),
  department: z.string().nullable(),
  departmentAlso: ifAny(z.string()),
  duplicateGroup: z.string().nullable(),
  dup: ifAny(z.enum(['easy', 'hard'])),
  confusableWith: ifAny(z.string()),
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
    if (!parsed.success) throw new MalformedLine(index + 1, problemsOf(parsed.error));
    if (ids.has(parsed.data.id)) throw new MalformedLine(index + 1, `${parsed.data.id} again`);
    ids.add(parsed.data.id);
    return [parsed.data];
  });
}

const problemsOf = ({ issues }: z.ZodError): string =>
  issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');

function parseJson(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new MalformedLine(number, 'not JSON');
  }
}
