import { Table } from '../../engine/store';

export const followupTables = () => ({
  /**
   * What keeps the forum from closing: answers without notes, a question on the floor, exchanges without
   * outcome. A row of its own for each, so that undoing one stands in nobody else's way.
   */
  toCome: new Table<true>('toCome'),
});
