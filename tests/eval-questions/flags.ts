/** How well routing and flags agree with those who sorted the questions by hand. */
import { flagsOf } from '@wenzheng/server/src/forum/questions/flags/flags';
import { DEFAULT_RUDE_WORDS } from '@wenzheng/server/src/forum/questions/flags/rude-words';
import { fieldsOf } from '@wenzheng/server/src/forum/questions/routing/fields-of';
import type { SortedQuestion } from './questions';
import { share } from './similarity';

export interface FlagFigures {
  readonly recall: number;
  readonly precision: number;
}
export interface SortingFigures {
  readonly department: { readonly top1: number; readonly top3: number };
  readonly personalData: FlagFigures;
  readonly abusive: FlagFigures;
  readonly offTopic: FlagFigures;
}

/**
 * A department is right if it is `department` or `departmentAlso`. Where that is null, right is to suggest none:
 * the first place is empty because the text looks off topic or nothing in it speaks for a department.
 */
export function evaluateSorting(questions: readonly SortedQuestion[]): SortingFigures {
  const sorted = questions.map((question) => ({
    question,
    flags: flagsOf(question.text, DEFAULT_RUDE_WORDS),
  }));
  const rightWithin = (places: number): number =>
    share(sorted, ({ question, flags }) =>
      suggested(question.text, flags.offTopic !== null)
        .slice(0, places)
        .some((field) => isRight(question, field)),
    );
  return {
    department: { top1: rightWithin(1), top3: rightWithin(3) },
    personalData: figures(sorted, ({ question, flags }) => ({
      wanted: question.containsPersonalData,
      flagged: flags.personalData.length > 0,
    })),
    abusive: figures(sorted, ({ question, flags }) => ({
      wanted: question.abusive,
      flagged: flags.rudeWords.length > 0,
    })),
    offTopic: figures(sorted, ({ question, flags }) => ({
      wanted: question.offTopic,
      flagged: flags.offTopic !== null,
    })),
  };
}

const isRight = (question: SortedQuestion, field: string | null): boolean =>
  field === question.department || (field !== null && field === question.departmentAlso);

/** Null stands for no department. */
function suggested(text: string, offTopic: boolean): readonly (string | null)[] {
  const fields = fieldsOf(text).map(({ field }) => field);
  return offTopic || fields.length === 0 ? [null, ...fields] : fields;
}

function figures<T>(
  values: readonly T[],
  judge: (value: T) => { wanted: boolean; flagged: boolean },
): FlagFigures {
  const judged = values.map(judge);
  return {
    recall: share(
      judged.filter(({ wanted }) => wanted),
      ({ flagged }) => flagged,
    ),
    precision: share(
      judged.filter(({ flagged }) => flagged),
      ({ wanted }) => wanted,
    ),
  };
}
