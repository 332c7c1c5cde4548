/** What the big screen is shown of the map of opinion holds together, whenever it is looked at. */
import type { ForumState } from '@wenzheng/server/src/engine/state';
import { drawnMap } from '@wenzheng/shared/forum/opinion-map';

const sum = (counts: readonly number[]): number => counts.reduce((all, each) => all + each, 0);

/** In words; null if nothing is wrong. */
export function wrongMap(document: unknown, { statements, statementAnswers }: ForumState) {
  if (document === null) return null;
  const { people, othersHidden, groups, shared, places } = drawnMap.parse(document);
  const drawn = sum(places.map(([, , count]) => count));
  const grouped = sum(groups.map((group) => group.people));
  if (drawn !== grouped || people !== grouped)
    return `${drawn} stand on the map of ${people}, ${grouped} in its groups`;
  if (people > statementAnswers.size) return `${people} on the map, more than have answered`;
  const named = [...shared, ...groups.flatMap(({ standsFor }) => standsFor)];
  const down = named.find(({ id }) => statements.get(id)?.state !== 'approved');
  if (down) return `statement ${down.number} is not approved, but on the map`;
  const told = groups.some(({ standsFor }) => standsFor.some(({ share }) => share !== null));
  return told && othersHidden ? 'shares are told while a group is hidden' : null;
}
