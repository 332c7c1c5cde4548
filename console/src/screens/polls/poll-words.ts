/** A poll while it is being written: what stands in the form, and what of it goes to the hub. */
import { z } from 'zod';
import { POLL_KINDS, POLL_VOTERS, type PollKind } from '@wenzheng/shared/forum/choices';
import { cleanWords } from '@wenzheng/shared/forum/people-words';
import { hasOptions } from '@wenzheng/shared/forum/poll-form';
import { pollInput, type PollDraft } from '@wenzheng/shared/forum/polls';
import { m } from '@wenzheng/shared/paraglide/messages.js';

const pollWords = z.strictObject({
  kind: z.enum(POLL_KINDS),
  text: z.string(),
  /** As they stand in their fields, empty ones too; they wait there while another kind is chosen. */
  options: z.array(z.string()),
  most: z.int().nullable(),
  steps: z.int(),
  low: z.string(),
  high: z.string(),
  who: z.enum(POLL_VOTERS),
  live: z.boolean(),
});
export type PollWords = Readonly<z.infer<typeof pollWords>>;

const STEPS_FIRST = 5;
const OWN_OPTIONS = ['', ''];

export type Preset = 'agree' | 'yes_no' | 'faces' | 'scale';
export const PRESETS: readonly Preset[] = ['agree', 'yes_no', 'faces', 'scale'];

/** What a preset fills in, in the reader's language; what is asked and of whom stays. */
export function presetWords(preset: Preset): Partial<PollWords> {
  switch (preset) {
    case 'agree':
      return {
        kind: 'single',
        options: [m.polls_option_agree(), m.polls_option_against(), m.polls_option_abstain()],
      };
    case 'yes_no':
      return { kind: 'single', options: [m.polls_option_yes(), m.polls_option_no()] };
    case 'faces':
      return { kind: 'faces' };
    case 'scale':
      return {
        ...{ kind: 'scale', steps: STEPS_FIRST },
        ...{ low: m.polls_scale_low(), high: m.polls_scale_high() },
      };
    default:
      return preset satisfies never;
  }
}

/** Nothing asked yet. What a hall is asked most often is filled in. */
export const newWords = (): PollWords => ({
  ...{ text: '', most: null, steps: STEPS_FIRST, low: '', high: '', who: 'anyone', live: false },
  ...{ kind: 'single', options: [] },
  ...presetWords('agree'),
});

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** The preset that `words` still are; null if they are of nobody's making but the writer's. */
export const presetIn = (words: PollWords): Preset | null =>
  PRESETS.find((preset) => same({ ...words, ...presetWords(preset) }, words)) ?? null;

/** With another kind. Answers of a preset are no use to a choice among several things. */
export function withKind(words: PollWords, kind: PollKind): PollWords {
  const isOf = (preset: Preset): boolean => same(presetWords(preset).options, words.options);
  const stale = kind !== words.kind && hasOptions(kind) && PRESETS.some(isOf);
  return { ...words, kind, options: stale ? OWN_OPTIONS : words.options };
}

/** As a form shows what the hub holds. */
export const wordsOfPoll = ({ kind, text, options, ...poll }: PollDraft): PollWords => ({
  ...{ kind, text, most: poll.most, steps: poll.steps ?? STEPS_FIRST },
  ...{ low: poll.low, high: poll.high, who: poll.who, live: poll.live },
  options: hasOptions(kind) ? [...options] : OWN_OPTIONS,
});

/** As it goes to the hub: fields of other kinds, and options without words, are left out. */
export function pollOfWords(id: string, words: PollWords): PollDraft {
  const { kind, most, steps, low, high } = words;
  const options = hasOptions(kind) ? words.options.map(cleanWords).filter(Boolean) : [];
  const scale = kind === 'scale';
  return {
    ...{ id, kind, options, text: cleanWords(words.text), who: words.who, live: words.live },
    most: kind === 'multiple' && most !== null && most <= options.length ? most : null,
    steps: scale ? steps : null,
    low: scale ? cleanWords(low) : '',
    high: scale ? cleanWords(high) : '',
  };
}

export type PollField = keyof PollDraft;
export type Problems = Readonly<Partial<Record<PollField, string>>>;

/** What the hub would refuse, by field: the problem as the schemas call it. */
export function problemsOf(poll: PollDraft): Problems {
  const { error } = pollInput.safeParse(poll);
  const found = error?.issues.map(({ path, message }) => [path[0], message] as const) ?? [];
  // The first that is said of a field stands beside it.
  return Object.fromEntries(found.reverse());
}

/** What was kept of a form; null if it was not kept by one. */
export function readWords(kept: string): PollWords | null {
  if (kept === '') return null;
  try {
    return pollWords.safeParse(JSON.parse(kept)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

export const keptWords = (words: PollWords): string => JSON.stringify(words);
