/** Admission tickets, ten on an A4 sheet, to be cut apart. */
import { presentingUrl } from '@wenzheng/shared/forum/admission-codes';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { inBreaths } from '../../reports/in-breaths';
import { escapeHtml } from '../../reports/escape-html';
import { printPage, qrSvg, type Language } from './html';
import { momentIn, type PrintedTicket, type Sheets } from './sheets';

const ON_A_SHEET = 10;

const STYLE = `
  .page { display: grid; grid-template: repeat(5, 1fr) / 1fr 1fr; padding: 8.5mm 8mm; }
  .ticket { display: grid; grid-template: 1fr auto / 1fr 36mm; gap: 1mm 3mm; padding: 4mm 3mm 3mm 5mm;
    border: 0.2mm dashed #000; margin: -0.1mm; overflow: hidden; }
  h2 { font-size: 12.5pt; line-height: 1.3; overflow-wrap: anywhere;
    display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
  .about { display: grid; align-content: start; gap: 1mm; min-width: 0; font-size: 8.5pt; line-height: 1.4; }
  .about p { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
  .seat { font-size: 11pt; font-weight: 700; }
  .qr { width: 36mm; height: 36mm; }
  .foot { grid-column: 1 / -1; display: flex; align-items: end; justify-content: space-between; gap: 3mm;
    font-size: 8pt; line-height: 1.3; }
  .typed { text-align: right; }
  .code { display: block; font-size: 12pt; line-height: 1.2; font-weight: 700; letter-spacing: 0.06em; white-space: nowrap; }
`;

export async function ticketsPage(
  sheets: Sheets,
  batch: string,
  language: Language,
): Promise<string | null> {
  const printed = sheets.tickets(batch);
  if (!printed) return null;
  const { seat, until } = printed.batch;
  const one = (ticket: PrintedTicket): string =>
    ticketHtml(sheets, ticket, { seat, until }, language);
  const pages = await inBreaths(
    printed.tickets,
    ON_A_SHEET,
    (group) => `<section class="page">${group.map(one).join('')}</section>`,
  );
  const options = { locale: language };
  const count = printed.tickets.length;
  return printPage(language, {
    title: m.print_tickets_title({ title: sheets.forum.title, batch }, options),
    hint: m.print_tickets_hint({ count, pages: Math.ceil(count / ON_A_SHEET) }, options),
    style: STYLE,
    body: pages.join(''),
  });
}

function ticketHtml(
  { forum, url }: Sheets,
  { number, code }: PrintedTicket,
  { seat, until }: Pick<NonNullable<ReturnType<Sheets['tickets']>>['batch'], 'seat' | 'until'>,
  language: Language,
): string {
  const options = { locale: language };
  const end =
    until === null ? '' : m.print_ticket_until({ moment: momentIn(language, until) }, options);
  return `<article class="ticket">
  <div class="about">
    <h2>${escapeHtml(forum.title)}</h2>
    <p>${momentIn(language, forum.startsAt)}</p>
    <p>${escapeHtml(forum.venue)}</p>
    ${seat === '' ? '' : `<p class="seat">${escapeHtml(seat)}</p>`}
    ${end === '' ? '' : `<p>${escapeHtml(end)}</p>`}
  </div>
  ${qrSvg(presentingUrl(url, code, forum.id))}
  <p class="foot"><span>${m.print_ticket_number({ number }, options)}&emsp;${m.print_ticket_use({}, options)}</span>
    <span class="typed">${m.print_ticket_code({}, options)}<b class="code">${code}</b></span></p>
</article>`;
}
