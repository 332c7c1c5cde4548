/**
 * Who is called next: first people who have not spoken, then those from the area that was heard least, then
 * those with the topic (the department) that was heard least, then the lower number. Whoever does not say an
 * area or a topic stands with all others who do not.
 */
import type { ForumState } from '../../../engine/state';
import type { MicRow } from './state';

type Heard = Pick<ForumState, 'heard'>;

export const areaKey = (area: string | null): string => `area:${area ?? ''}`;
export const topicKey = (department: string | null): string => `topic:${department ?? ''}`;

export function inFairOrder({ heard }: Heard, rows: readonly MicRow[]): MicRow[] {
  const times = (key: string): number => heard.get(key) ?? 0;
  return [...rows].sort(
    (a, b) =>
      Number(a.again) - Number(b.again) ||
      times(areaKey(a.area)) - times(areaKey(b.area)) ||
      times(topicKey(a.department)) - times(topicKey(b.department)) ||
      a.number - b.number,
  );
}

/**
 * Numbers that may still be called, the lowest first: a table's own order is another after a failed commit.
 * There are never more than MIC_LIMIT.
 */
export const openNumbers = ({
  micOpen,
  micNumbers,
}: Pick<ForumState, 'micOpen' | 'micNumbers'>): MicRow[] =>
  [...micOpen.entries()]
    .flatMap(([key]) => micNumbers.get(key) ?? [])
    .sort((a, b) => a.number - b.number);
