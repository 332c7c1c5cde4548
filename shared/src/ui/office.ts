/** A speaker's department and office, as one reads them together. */
import type { Speaker } from '../forum/agenda';
import { m } from '../paraglide/messages.js';

export const officeOf = ({ department, office }: Pick<Speaker, 'department' | 'office'>): string =>
  m.department_office({ department, office });
