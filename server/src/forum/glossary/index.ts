/** Terms with plain words for them: the plain-language cards. */
import type { NewEntry } from '../../engine/entries';
import type { TermRow } from './state';

export { glossaryTables } from './state';
export type { GlossaryEntries, TermRow } from './state';
export { builtInTerms } from './built-in';
export { decideGlossary } from './decide';
export { evolveGlossary } from './evolve';
export { termsOf } from './order';
export { cardOf, copyTerm, glossaryDocument } from './view';

/** What is recorded of the cards that a forum begins with. */
export const glossaryMade = (terms: readonly TermRow[]): NewEntry[] =>
  terms.length === 0 ? [] : [{ type: 'glossaryMade', data: { terms } }];
