/** A speaker's department and office, as one reads them together. */
import type { Speaker } from '@wenzheng/shared/forum/agenda';
import { m } from '@wenzheng/shared/paraglide/messages.js';

export const officeOf = ({ department, office }: Speaker): string =>
  m.console_office({ department, office });
