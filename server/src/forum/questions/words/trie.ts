/** Terms by their parts (characters or syllables), to find every term that begins at a place of a text. */
interface Node<T> {
  readonly next: Map<string, Node<T>>;
  readonly values: T[];
}

const emptyNode = <T>(): Node<T> => ({ next: new Map(), values: [] });

export class Trie<T> {
  readonly #root: Node<T> = emptyNode();

  add(parts: Iterable<string>, value: T): void {
    let node = this.#root;
    for (const part of parts) {
      let next = node.next.get(part);
      if (!next) node.next.set(part, (next = emptyNode()));
      node = next;
    }
    node.values.push(value);
  }

  /** Calls `found` for each term whose parts stand in `parts` from `start` on, with the index after its last. */
  find(
    parts: readonly (string | undefined)[],
    start: number,
    found: (value: T, end: number) => void,
  ): void {
    let node: Node<T> | undefined = this.#root;
    for (let at = start; at < parts.length; at += 1) {
      const part = parts[at];
      node = part === undefined ? undefined : node.next.get(part);
      if (!node) return;
      for (const value of node.values) found(value, at + 1);
    }
  }
}
