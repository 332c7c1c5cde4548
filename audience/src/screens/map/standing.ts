/** Where whoever holds this phone stands on a map, as far as that can be told. */
import type { MapGroup, PlacedMap } from '@wenzheng/shared/forum/opinion-map';
import { answersToBelong, ownPlace, type OwnPlace } from '@wenzheng/shared/forum/own-place';
import type { OwnAnswers } from '../opinions/opinions.svelte';

export type Standing =
  | {
      readonly kind: 'placed';
      readonly place: OwnPlace;
      /** Null while those who think alike are too few to be shown. */
      readonly group: MapGroup | null;
    }
  /** So many more answers to statements of the map are needed. */
  | { readonly kind: 'needs'; readonly count: number }
  /** There are not as many to give yet: others have to answer first. */
  | { readonly kind: 'early' };

export function standingOn(map: PlacedMap, answers: OwnAnswers): Standing {
  const place = ownPlace(map, answers);
  if (place) {
    const group = map.groups.find(({ id }) => id === place.group);
    return { kind: 'placed', place, group: group ?? null };
  }
  const told = map.where.statements;
  const answered = told.filter((id) => answers[id]).length;
  const count = Math.max(1, answersToBelong(map.statements) - answered);
  return told.length - answered < count ? { kind: 'early' } : { kind: 'needs', count };
}
