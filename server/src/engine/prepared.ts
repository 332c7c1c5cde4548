/** What a copy of a forum is given besides its agenda: everything that was prepared, nothing that happened. */
import { checklistMade, plannedTask, tasksOf } from '../forum/checklist';
import { glossaryMade, termsOf } from '../forum/glossary';
import { draftsOf, pollsMade } from '../forum/polls';
import { mediaCopied } from '../forum/media';
import { rudeWordsMade } from '../forum/questions';
import type { NewEntry } from './entries';
import type { ForumState } from './state';

export const preparedAsIn = (state: ForumState): NewEntry[] => [
  // What has to be done has to be done again: nothing of it is ticked.
  ...checklistMade(tasksOf(state).map(plannedTask)),
  ...glossaryMade(termsOf(state)),
  ...pollsMade(draftsOf(state)),
  ...mediaCopied(state),
  ...rudeWordsMade(state.rudeWords.value),
];
