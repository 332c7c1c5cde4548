/** What is wrong with a file that was named, in words that say what to do, in both languages. */
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { bilingual } from '../../terminal/bilingual';
import { NotReadable } from './rows';

export class FileProblem extends Error {
  override readonly name = 'FileProblem';
}

const MALFORMED = {
  votes: m.hub_opinion_map_votes,
  statements: m.hub_opinion_map_statements,
  groups: m.hub_opinion_map_groups,
};

/** Does something with a file. Errors: FileProblem, for malformed contents and whatever the system refuses. */
export function withFile<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof NotReadable)
      throw new FileProblem(bilingual(MALFORMED[error.kind], { file, row: error.row }));
    if (error instanceof Error && 'code' in error)
      throw new FileProblem(
        bilingual(m.hub_opinion_map_unreadable, { file, reason: String(error.code) }),
      );
    throw error;
  }
}
