/** What desks and phones ask the hub about a forum's questions over HTTP, and what they are answered. */
import { z } from 'zod';
import { QUESTION_STATES, SOURCES } from './questions';
import { id, instantSchema } from './words';

export const PERSONAL_DATA_KINDS = [
  'mobile',
  'landline',
  'identity_number',
  'bank_card',
  'document_number',
  'address',
  'plate',
  'account',
  'name',
] as const;
export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number];
export const OFF_TOPIC_REASONS = [
  'advertisement',
  'world',
  'entertainment',
  'family',
  'elsewhere',
  'no_matter',
] as const;
export type OffTopicReason = (typeof OFF_TOPIC_REASONS)[number];
export const FLAGS = ['personal_data', 'rude', 'off_topic'] as const;
export type Flag = (typeof FLAGS)[number];

const state = z.enum(QUESTION_STATES);
/** Where a desk can look: what nobody has seen yet, one state, or everything. */
export const DESK_PLACES = ['unseen', 'open', 'merged', 'declined', 'all'] as const;
export type DeskPlace = (typeof DESK_PLACES)[number];

export const SEARCH_LIMIT = 80;
export const DESK_PAGE = 40;

/** All that is set must hold. Names of the fields as in an address. */
export const deskQuery = z.strictObject({
  place: z.enum(DESK_PLACES).default('unseen'),
  search: z.string().max(SEARCH_LIMIT).default(''),
  source: z.enum(SOURCES).optional(),
  department: id.optional(),
  topic: z.string().max(160).optional(),
  flag: z.enum(FLAGS).optional(),
  from: z.coerce.number().int().min(0).max(1_000_000).default(0),
});
export type DeskQuery = z.infer<typeof deskQuery>;

/** What a question was flagged for. */
export const questionFlags = z.strictObject({
  /** Kind, and the words in which it was found. */
  personalData: z.array(z.strictObject({ kind: z.enum(PERSONAL_DATA_KINDS), words: z.string() })),
  rudeWords: z.array(z.string()),
  offTopic: z.enum(OFF_TOPIC_REASONS).nullable(),
});
export type QuestionFlags = z.infer<typeof questionFlags>;

export const foundQuestion = z.strictObject({
  id,
  number: z.int(),
  text: z.string(),
  /** As everyone else may read it. */
  shown: z.string(),
  unmasked: z.boolean(),
  original: z.string().nullable(),
  name: z.string().nullable(),
  source: z.enum(SOURCES),
  serial: z.string().nullable(),
  state,
  reviewToCome: z.boolean(),
  department: id.nullable(),
  suggestedDepartment: id.nullable(),
  /** Which of the forum's topics it is about: as somebody has said, and as its words say. */
  topic: z.string().nullable(),
  suggestedTopic: z.string().nullable(),
  askedAt: instantSchema,
  support: z.int(),
  revision: z.int(),
  included: z.array(z.strictObject({ id, number: z.int(), text: z.string() })),
  mergedInto: z.strictObject({ id, number: z.int() }).nullable(),
  flags: questionFlags,
});
export type FoundQuestion = z.infer<typeof foundQuestion>;

export const deskPage = z.strictObject({
  /** Oldest first. */
  questions: z.array(foundQuestion),
  /** How many there are in all. */
  total: z.int(),
});
export type DeskPage = z.infer<typeof deskPage>;

/** A question that asks much the same; `score` from 0 to 1. */
export const similarAtDesk = z.strictObject({
  id,
  number: z.int(),
  text: z.string(),
  state,
  support: z.int(),
  score: z.number(),
});
export type SimilarAtDesk = z.infer<typeof similarAtDesk>;

/** A question that everyone may see and support, for whoever is about to ask the same. */
export const similarOnPhone = z.strictObject({
  id,
  number: z.int(),
  text: z.string(),
  /** Null while counts are hidden. */
  support: z.int().nullable(),
});
export type SimilarOnPhone = z.infer<typeof similarOnPhone>;
