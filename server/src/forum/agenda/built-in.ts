/** The built-in forum: a whole day of an invented city, in seven stages, ready to run. */
import type { Stage } from '@wenzheng/shared/forum/agenda';
import { instant, minutes, type Instant } from '@wenzheng/shared/time/instant';
import { builtInTexts, type Locale } from './built-in-texts';
import { plan } from './plan';
import type { AgendaEntries, DepartmentRow } from './state';

const MINUTES: Readonly<Record<Stage, number>> = {
  opening: 8,
  policy_talk: 30,
  qa: 60,
  interaction: 30,
  opinion: 15,
  results: 10,
  closing: 5,
};
const TALK_LIMIT = minutes(5);
const FIVE_MINUTES = minutes(5);

/** Facts of the built-in forum `id`, planned to begin at the next five minutes after `now`. */
export function builtInForum(
  id: string,
  locale: Locale,
  now: Instant,
): AgendaEntries['forumCreated'] {
  const texts = builtInTexts[locale];
  const startsAt = instant(Math.ceil(now / FIVE_MINUTES) * FIVE_MINUTES);
  const talks = texts.departments.flatMap(({ head }) =>
    head ? [{ speaker: head.id, topic: head.topic, limit: TALK_LIMIT }] : [],
  );
  const items = texts.stages.map(({ stage, title }) => ({
    id: stage,
    stage,
    title,
    plannedDuration: minutes(MINUTES[stage]),
    talks: stage === 'policy_talk' ? talks : [],
  }));
  return {
    items: plan(startsAt, items),
    notes: texts.stages.map(({ stage, owner, note }) => ({ item: stage, owner, note })),
    forum: {
      id,
      title: texts.title,
      theme: texts.theme,
      venue: texts.venue,
      startsAt,
      organisations: texts.organisations,
      topics: texts.topics,
      areas: texts.areas,
      scope: texts.scope,
      rules: texts.rules,
      safety: texts.safety,
      staffSafety: texts.staffSafety,
      moderation: 'pre',
      departments: texts.departments.map((each): DepartmentRow => ({
        id: each.id,
        name: each.name,
        head: each.head?.id ?? null,
        present: each.head !== null,
        keywords: each.keywords,
      })),
      speakers: texts.departments.flatMap(({ head, name }) =>
        head ? [{ id: head.id, name: head.name, office: head.office, department: name }] : [],
      ),
    },
  };
}
