/** One slip as the hub answers it, and the addresses of what is printed. */
import { slipStory } from '@wenzheng/shared/forum/slips';
import { call } from '../../hub-api';

const part = encodeURIComponent;

export const readSlip = (forum: string, serial: string) =>
  call('GET', `/api/forums/${part(forum)}/slips/${part(serial)}`, null, slipStory);

export type PrintLocale = 'zh-CN' | 'en';

interface Sheets {
  readonly batch: string;
  readonly first: number;
  readonly last: number;
}

export const sheetsUrl = (forum: string, { batch, first, last }: Sheets, locale: PrintLocale) =>
  `/print/forums/${part(forum)}/slips?batch=${part(batch)}&first=${first}&last=${last}&locale=${locale}`;

/** `question`: whose code stands on it; null for the one that the slip was printed with. */
export const stubUrl = (forum: string, serial: string, question: string | null) =>
  `/print/forums/${part(forum)}/stubs/${part(serial)}${question === null ? '' : `?question=${part(question)}`}`;
