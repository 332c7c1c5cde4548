import type { ForumView } from '@wenzheng/shared/forum/agenda';
import { m } from '@wenzheng/shared/paraglide/messages.js';

const NAMES: Readonly<Record<ForumView['organisations'][number]['part'], () => string>> = {
  host: m.part_host,
  organiser: m.part_organiser,
  co_organiser: m.part_co_organiser,
};

export const partName = (part: keyof typeof NAMES): string => NAMES[part]();
