import type { ItemMedia, Medium } from '@wenzheng/shared/forum/media';
import { Table } from '../../engine/store';

export type MediumRow = Medium;

/** A file that lies whole in the data folder, as the hub itself has found it. */
export type StoredFile = Omit<Medium, 'name' | 'addedAt'>;

export interface MediaEntries {
  mediaAdded: { file: StoredFile; name: string };
  mediaRemoved: { media: string };
  itemMediaSet: ItemMedia;
}

export const mediaTables = () => ({
  media: new Table<MediumRow>('media'),
  /** By item; none for an item that shows nothing. */
  itemMedia: new Table<Omit<ItemMedia, 'item'>>('itemMedia'),
});
