/** The least share of the picks that slips and the microphone have. */
import type { questionTables } from './state';

/** How many others are to be picked before the hall's turn; null without a share. */
export const untilHall = ({
  hallShare,
  pickedSinceHall,
}: Pick<ReturnType<typeof questionTables>, 'hallShare' | 'pickedSinceHall'>): number | null => {
  const { every } = hallShare.value;
  return every === null ? null : Math.max(0, every - 1 - pickedSinceHall.value);
};
