/** How large files may be. Apart from their schemas, so that a screen can say so before it sends one. */

/** No forum that can be set up makes a larger file (bytes). */
export const FORUM_FILE_LIMIT = 1_048_576;
/** Tables are packed: an agenda of forty items has a tenth of it (bytes). */
export const AGENDA_SHEET_LIMIT = 262_144;
