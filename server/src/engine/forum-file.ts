/** A forum as the file that its organisers keep or send, and as it is made from one. */
import { FORUM_FILE, FORUM_FILE_VERSION, type ForumFile } from '@wenzheng/shared/forum/forum-file';
import { departmentsOf, itemsOf, plannedForum, speakersOf } from '../forum/agenda';
import { checklistMade, plannedTask, tasksOf } from '../forum/checklist';
import { copyTerm, glossaryMade, termsOf } from '../forum/glossary';
import { draftsOf, pollsMade } from '../forum/polls';
import { rudeWordsMade } from '../forum/questions';
import type { NewEntry } from './entries';
import type { ForumState } from './state';

/** Null if there is no forum. Built up field by field: what is not named here stays with the hub. */
export function forumFileOf(state: ForumState): ForumFile | null {
  const forum = state.forum.value;
  if (!forum) return null;
  const { title, theme, venue, startsAt, organisations } = forum;
  const { topics, areas, scope, rules, safety, staffSafety, moderation } = forum;
  const rudeWords = state.rudeWords.value;
  return {
    format: FORUM_FILE,
    version: FORUM_FILE_VERSION,
    forum: {
      ...{ title, theme, venue, startsAt },
      organisations: organisations.map(({ name, part }) => ({ name, part })),
      ...{ topics, areas, scope, rules, safety, moderation },
      staffSafety: [...staffSafety],
    },
    speakers: speakersOf(state).map(({ id, name, office, department }) => ({
      ...{ id, name, office, department },
    })),
    departments: departmentsOf(state).map(({ id, name, head, present, keywords }) => ({
      ...{ id, name, head, present, keywords: [...keywords] },
    })),
    agenda: itemsOf(state).map(({ id, stage, title: name, plannedDuration, ...item }) => ({
      ...{ id, stage, title: name, plannedDuration },
      talks: item.talks.map(({ speaker, topic, limit }) => ({ speaker, topic, limit })),
      ...{ owner: item.owner, note: item.note },
    })),
    tasks: tasksOf(state).map(plannedTask),
    terms: termsOf(state).map(copyTerm),
    polls: draftsOf(state),
    rudeWords: rudeWords && [...rudeWords],
  };
}

/** What is recorded of a forum `id` that is made from `file`: first that it was made. */
export function entriesOfFile(file: ForumFile, id: string): readonly [Created, ...NewEntry[]] {
  const { forum, departments, speakers, agenda, tasks, terms, polls, rudeWords } = file;
  const created = plannedForum({ ...forum, id, departments, speakers }, agenda);
  const prepared = [...checklistMade(tasks), ...glossaryMade(terms), ...pollsMade(polls)];
  return [{ type: 'forumCreated', data: created }, ...prepared, ...rudeWordsMade(rudeWords)];
}
type Created = Extract<NewEntry, { readonly type: 'forumCreated' }>;
