import type { ForumFields, ForumRow } from './state';

/** `forum` with the fields that are given. */
export const editedForum = (forum: ForumRow, fields: ForumFields): ForumRow => ({
  ...forum,
  title: fields.title ?? forum.title,
  theme: fields.theme ?? forum.theme,
  venue: fields.venue ?? forum.venue,
  startsAt: fields.startsAt ?? forum.startsAt,
  organisations: fields.organisations ?? forum.organisations,
  topics: fields.topics ?? forum.topics,
  areas: fields.areas ?? forum.areas,
  scope: fields.scope ?? forum.scope,
  rules: fields.rules ?? forum.rules,
  safety: fields.safety ?? forum.safety,
  staffSafety: fields.staffSafety ?? forum.staffSafety,
  moderation: fields.moderation ?? forum.moderation,
});
