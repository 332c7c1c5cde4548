/** What there is without knowing anything of the matter: character bigrams, TF-IDF, cosine. */
export class BigramCosine {
  readonly #vectors = new Map<string, ReadonlyMap<string, number>>();

  constructor(texts: ReadonlyMap<string, string>) {
    const counts = new Map<string, Map<string, number>>();
    const documents = new Map<string, number>();
    for (const [id, text] of texts) {
      const count = bigrams(text);
      counts.set(id, count);
      for (const bigram of count.keys()) documents.set(bigram, (documents.get(bigram) ?? 0) + 1);
    }
    for (const [id, count] of counts) {
      const weighed = [...count].map(([bigram, times]): [string, number] => [
        bigram,
        times * Math.log((texts.size + 1) / ((documents.get(bigram) ?? 0) + 1)),
      ]);
      const length = Math.hypot(...weighed.map(([, weight]) => weight)) || 1;
      this.#vectors.set(id, new Map(weighed.map(([bigram, weight]) => [bigram, weight / length])));
    }
  }

  score(one: string, other: string): number {
    let sum = 0;
    for (const [bigram, weight] of this.#vectors.get(one) ?? [])
      sum += weight * (this.#vectors.get(other)?.get(bigram) ?? 0);
    return sum;
  }
}

function bigrams(text: string): Map<string, number> {
  const characters = [...text.normalize('NFKC').toLowerCase().replace(/\s/g, '')];
  const counts = new Map<string, number>();
  for (let at = 0; at + 1 < characters.length; at += 1) {
    const bigram = `${characters[at]}${characters[at + 1]}`;
    counts.set(bigram, (counts.get(bigram) ?? 0) + 1);
  }
  return counts;
}
