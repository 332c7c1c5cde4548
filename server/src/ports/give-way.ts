import { constants, platform, setPriority } from 'node:os';

/** Lets other threads go first. Only where it means this thread alone: elsewhere it would slow the whole hub. */
export function giveWay(): void {
  if (platform() === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
}
