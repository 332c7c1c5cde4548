/** Terms that not everybody knows, with plain words for them: the plain-language cards. */
import { z } from 'zod';
import { id, words } from './words';

export const TERM_LIMIT = 20;
/** Read from afar while somebody goes on speaking: two sentences. */
export const PLAIN_LIMIT = 80;
export const EXAMPLE_LIMIT = 80;
export const TERMS_LIMIT = 60;
/** Items of the agenda that one card may stand by. */
const ITEMS_LIMIT = 40;

/** What stands on a card. */
const card = { word: z.string(), plain: z.string(), example: z.string() };

/** The card on the big screen. */
export const cardView = z.strictObject({ term: id, ...card });
export type CardView = z.infer<typeof cardView>;

const term = z.strictObject({
  id,
  ...card,
  /** Items of the agenda in which it is likely to be needed; empty: in all alike. */
  items: z.array(id),
});
export type Term = z.infer<typeof term>;

/** All cards, in the order in which their organisers put them. */
export const glossaryView = z.strictObject({ terms: z.array(term) });
export type GlossaryView = z.infer<typeof glossaryView>;

export const termInput = z.strictObject({
  id,
  word: words(TERM_LIMIT),
  plain: words(PLAIN_LIMIT),
  example: z.union([z.literal(''), words(EXAMPLE_LIMIT)]),
  items: z.array(id).max(ITEMS_LIMIT, 'too_many'),
});
/** Adds a card at the end, or replaces the one with this id where it stands. */
export const putTerm = z.strictObject({ type: z.literal('putTerm'), term: termInput });
/** Puts a card before `before`; null: at the end. */
export const moveTerm = z.strictObject({
  type: z.literal('moveTerm'),
  term: id,
  before: id.nullable(),
});
export const removeTerm = z.strictObject({ type: z.literal('removeTerm'), term: id });

export const glossaryCommands = [putTerm, moveTerm, removeTerm] as const;
