/** How much each thing counts when questions are compared; tuned on the files of tests/data/questions. */
export const WEIGHTS = {
  concept: { strong: 1, plain: 1.2, weak: 0.5, telling: 1.1, passing: 0.2 },
  /** Two characters of a name; a number of a building or a bus line. */
  name: 1.5,
  number: 3.5,
  /** How a name sounds that stands in latin letters. */
  sound: 1.2,
  /** Two characters one after the other, and two that a concept already stands for. */
  pair: 0.43,
  coveredPair: 0.09,
  latinWord: 0.5,
  /** What is shared is held so much against the shorter question, and the rest against the longer. */
  shareOfShorter: 0.9,
  /** Left of the score if they name other places, other names of one kind, or have other topics. */
  otherPlaces: 0.5,
  otherNames: 0.3,
  otherTopics: 0.32,
  /** How much a place and a topic in common bring the score nearer to 1. */
  sameMatter: 0.5,
  /** As many questions are imagined beside the real ones, so that the first few do not find everything rare. */
  imagined: 60,
};
