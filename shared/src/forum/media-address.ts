/** Where the file of a film or of slides is read; free of zod, so that displays can load it. */
export const mediaAddress = (forum: string, media: string): string =>
  `/media/${encodeURIComponent(forum)}/${encodeURIComponent(media)}`;
