/** How a representative was chosen, as one reads it. */
import type { Representative } from '@wenzheng/shared/forum/floor';
import { selectionName } from '@wenzheng/shared/ui/names';

export const chosenText = ({ chosenBy, of }: Pick<Representative, 'chosenBy' | 'of'>): string =>
  of === '' ? selectionName(chosenBy) : `${selectionName(chosenBy)} · ${of}`;
