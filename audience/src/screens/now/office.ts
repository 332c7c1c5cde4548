import type { Speaker } from '@wenzheng/shared/forum/agenda';
import { m } from '@wenzheng/shared/paraglide/messages.js';

/** Department and office in one line, in the order of the reader's language; an office may name both. */
export const officeText = ({ office, department }: Speaker): string =>
  office.includes(department) ? office : m.audience_office({ office, department });
