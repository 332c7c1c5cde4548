/** Terms of one concept, separated by spaces; an underscore stands for a space inside a term. */
export type Terms = string;

/** What people say about the work of one department, by how surely it points there. */
export interface Vocabulary {
  readonly strong: Readonly<Record<string, Terms>>;
  readonly plain: Readonly<Record<string, Terms>>;
  readonly weak: Readonly<Record<string, Terms>>;
}

/** Concepts of no department: those that tell questions apart, and those that most questions have. */
export interface GeneralVocabulary {
  readonly telling: Readonly<Record<string, Terms>>;
  readonly passing: Readonly<Record<string, Terms>>;
}
