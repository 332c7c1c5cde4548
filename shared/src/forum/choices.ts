/** What is chosen among in a forum; free of zod, so that phones can load it. */

/** The two who face each other in an exchange, and who may speak up in a turn. */
export const SIDES = ['representative', 'official'] as const;
export type Side = (typeof SIDES)[number];

/** What a device can say to a statement, in the order in which it is offered. */
export const ANSWERS = ['agree', 'disagree', 'pass'] as const;
export type Answer = (typeof ANSWERS)[number];

/** Why a question is passed on instead of being answered on the spot. */
export const DEFLECTION_REASONS = [
  'out_of_scope',
  'private_matter',
  'another_authority',
  'already_answered',
  'unsuitable_here',
] as const;
export type DeflectionReason = (typeof DEFLECTION_REASONS)[number];

/** What a device can say of an answer, in the order in which it is offered. */
export const FACES = ['satisfied', 'partly', 'not'] as const;
export type Face = (typeof FACES)[number];

/** What a poll asks for. */
export const POLL_KINDS = [
  'single',
  'multiple',
  'scale',
  'ranking',
  'cloud',
  'text',
  'faces',
] as const;
export type PollKind = (typeof POLL_KINDS)[number];

/** Who may vote: everyone, whoever is in the hall, or only with an admission ticket. */
export const POLL_VOTERS = ['anyone', 'hall', 'tickets'] as const;
export type PollVoters = (typeof POLL_VOTERS)[number];
