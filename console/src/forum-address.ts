/** The console's address for one forum, with the workspace to open; null: the one that the role begins with. */
export const forumAddress = (forum: string, workspace: 'setup' | 'readiness' | null): string =>
  `?forum=${encodeURIComponent(forum)}${workspace === null ? '' : `#${workspace}`}`;
