/** The poster by which people find the network and the forum: before the day, and at the doors. */
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { escapeHtml } from '../../reports/escape-html';
import { printPage, qrSvg, type Language } from './html';
import { addressOf, momentIn, type Sheets } from './sheets';
import { wifiCode } from './wifi-code';

const STYLE = `
  .page { display: grid; grid-template-rows: auto auto 1fr auto; gap: 9mm; padding: 18mm 16mm 14mm; text-align: center; }
  h1 { font-size: 34pt; font-weight: 800; line-height: 1.25; text-wrap: balance; overflow-wrap: anywhere; }
  .theme { margin-top: 4mm; font-size: 20pt; font-weight: 600; text-wrap: balance; }
  .when { font-size: 15pt; line-height: 1.6; text-wrap: balance; }
  .ways { display: flex; align-items: flex-start; justify-content: center; gap: 10mm; }
  figure { display: grid; justify-items: center; gap: 3mm; width: 84mm; }
  figure b { font-size: 17pt; line-height: 1.3; text-wrap: balance; }
  .alone { width: 120mm; }
  .qr { width: 100%; border: 0.4mm solid #000; border-radius: 3mm; }
  figcaption { font-size: 12.5pt; line-height: 1.5; overflow-wrap: anywhere; }
  figcaption strong { display: block; font-size: 14.5pt; }
  .foot { display: grid; gap: 2mm; padding-top: 5mm; border-top: 0.4mm solid #000; font-size: 12.5pt; text-wrap: balance; }
`;

export function posterPage({ forum, url, wifi }: Sheets, language: Language): string {
  const options = { locale: language };
  const figure = (code: string, title: string, lines: string, kind: string): string =>
    `<figure class="${kind}"><b>${escapeHtml(title)}</b>${qrSvg(code)}<figcaption>${lines}</figcaption></figure>`;
  const network = wifi
    ? figure(
        wifiCode(wifi.network, wifi.password),
        m.print_poster_wifi({}, options),
        `${m.print_poster_network({}, options)}<strong>${escapeHtml(wifi.network)}</strong>` +
          (wifi.password === ''
            ? m.print_poster_open({}, options)
            : `${m.print_poster_password({}, options)}<strong>${escapeHtml(wifi.password)}</strong>`),
        'one',
      )
    : '';
  const address = `${m.print_poster_type({}, options)}<strong>${escapeHtml(addressOf(url))}</strong>`;
  const into = figure(url, m.print_poster_scan({}, options), address, wifi ? 'one' : 'alone');
  const hosts = forum.organisations.map(({ name }) => escapeHtml(name)).join(' · ');
  return printPage(language, {
    title: m.print_poster_title({ title: forum.title }, options),
    hint: m.print_hint({}, options),
    style: STYLE,
    body: `<section class="page">
  <header><h1>${escapeHtml(forum.title)}</h1><p class="theme">${escapeHtml(forum.theme)}</p></header>
  <p class="when">${momentIn(language, forum.startsAt)}<br>${escapeHtml(forum.venue)}</p>
  <div class="ways">${network}${into}</div>
  <div class="foot"><p>${m.print_poster_hall({}, options)}</p>${hosts === '' ? '' : `<p>${hosts}</p>`}</div>
</section>`,
  });
}
