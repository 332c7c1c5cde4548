/** Which department's work a text is about, from the general vocabulary alone. */
import { FIELDS, type Field } from '../vocabulary/fields';
import { conceptsIn, type ConceptMatch } from '../vocabulary/lexicon';
import { toMatchable } from '../words/matchable';
import { mentionsIn, type Mention } from '../words/mentions';

export interface FieldScore {
  readonly field: Field;
  readonly score: number;
}

const OF_STRENGTH = { strong: 3, plain: 1.6, weak: 0.6, telling: 0, passing: 0 } as const;
/** 安和医院 says where, not what about. */
const IN_A_NAME = 0.3;
/** 18路 is asked about buses, whatever else it says. */
const OF_BUS_LINE = 2.5;

/** Fields of work by how much in `text` speaks for them, the most likely first; those without a word left out. */
export function fieldsOf(text: string): readonly FieldScore[] {
  const words = toMatchable(text);
  const named = mentionsIn(words);
  const evidence = new Map<string, { field: Field; weight: number }>();
  for (const match of conceptsIn(words.split(''))) {
    const { field, id } = match.concept;
    if (field === null) continue;
    const weight = weightOf(match, named);
    if (weight > (evidence.get(id)?.weight ?? 0)) evidence.set(id, { field, weight });
  }
  if (named.some(({ kind }) => kind === 'bus_line'))
    evidence.set('bus_line', { field: 'transport', weight: OF_BUS_LINE });
  const sums = new Map<Field, number>();
  for (const { field, weight } of evidence.values())
    sums.set(field, (sums.get(field) ?? 0) + weight);
  return FIELDS.flatMap((field) => {
    const score = sums.get(field);
    return score === undefined ? [] : [{ field, score }];
  }).sort((a, b) => b.score - a.score);
}

function weightOf(
  { concept, start, end, sureness }: ConceptMatch,
  named: readonly Mention[],
): number {
  const inName = named.some((mention) => mention.start <= start && end <= mention.end);
  const length = Math.min(1.5, 0.7 + 0.15 * (end - start));
  return OF_STRENGTH[concept.strength] * sureness * length * (inName ? IN_A_NAME : 1);
}
