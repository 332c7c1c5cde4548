/** Where the ballots of a poll are had as a file: what was voted, never by whom. */
export const ballotsAddress = (forum: string, poll: string): string =>
  `/api/forums/${encodeURIComponent(forum)}/polls/${encodeURIComponent(poll)}/ballots.csv`;
