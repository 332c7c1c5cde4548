import { getLocale } from '@wenzheng/shared/paraglide/runtime.js';

/** Where the hub makes a page for the printer, in the language that is set now. */
export const printAddress = (forum: string, what: string): string =>
  `/print/forums/${encodeURIComponent(forum)}/${what}?lang=${getLocale()}`;
