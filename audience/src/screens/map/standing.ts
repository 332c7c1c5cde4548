/** Where whoever holds this phone stands on a map, as far as that can be told. */
import type { MapGroup, PlacedMap } from '@wenzheng/shared/forum/opinion-map';
import { ANSWERS_TO_BELONG, ownPlace, type OwnPlace } from '@wenzheng/shared/forum/own-place';
import type { OwnAnswers } from '../opinions/opinions.svelte';

export type Standing =
  | {
      readonly kind: 'placed';
      readonly place: OwnPlace;
      /** Null while those who think alike are too few to be shown. */
      readonly group: MapGroup | null;
    }
  /** So many more answers to statements of the map are needed. */
  | { readonly kind: 'needs'; readonly count: number };

export function standingOn(map: PlacedMap, answers: OwnAnswers): Standing {
  const { where, groups } = map;
  const place = ownPlace(map, answers);
  if (place)
    return { kind: 'placed', place, group: groups.find(({ id }) => id === place.group) ?? null };
  const answered = where.statements.filter((id) => answers[id]).length;
  const needed = Math.min(ANSWERS_TO_BELONG, where.statements.length);
  return { kind: 'needs', count: needed - answered };
}
