/** Who answers a question, and who has before: names as one reads them together. */
import type { Speaker } from '../forum/agenda';
import type { FloorView } from '../forum/floor';
import { m } from '../paraglide/messages.js';

type Named = Pick<Speaker, 'id' | 'name'>;

export const namesOf = (people: readonly Pick<Named, 'name'>[]): string =>
  people.map(({ name }) => name).join(m.names_joint({}));

/** Names of the speakers `ids`, in their order; empty for none. */
export const namesOfIds = (speakers: readonly Named[], ids: readonly string[]): string =>
  namesOf(ids.flatMap((id) => speakers.find((each) => each.id === id) ?? []));

/** Names of those who have answered before whoever has the floor now. */
export function answeredBefore(
  { speaker, beside }: Pick<FloorView, 'speaker' | 'beside'>,
  answerers: readonly string[],
  speakers: readonly Named[],
): string {
  const now = [speaker?.id, ...beside.map(({ id }) => id)];
  return namesOfIds(
    speakers,
    answerers.filter((id) => !now.includes(id)),
  );
}
