/** The order of the day on paper, for those who run it: what comes when, who speaks for how long, who is in charge. */
import { ORGANISATION_PARTS } from '@wenzheng/shared/forum/agenda';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { after } from '@wenzheng/shared/time/instant';
import { partName } from '@wenzheng/shared/ui/names';
import { stageName } from '@wenzheng/shared/ui/stage-names';
import { escapeHtml } from '../../reports/escape-html';
import { printPage, type Language } from './html';
import { TABLE_STYLE } from './paper-table';
import { momentIn, timeIn, type PrintedItem, type Sheets } from './sheets';

const STYLE = `${TABLE_STYLE}
  dl { display: grid; grid-template-columns: auto 1fr; gap: 0.6mm 5mm; margin: 4mm 0 5mm; }
  dt { font-weight: 600; }
  dd { overflow-wrap: anywhere; }
  .time { width: 27mm; font-variant-numeric: tabular-nums; white-space: nowrap; }
  .stage { width: 26mm; }
  .owner { width: 38mm; padding-right: 0; }
  b { font-weight: 650; }
  .length { font-size: 9.5pt; }
  ol { margin: 0.8mm 0 0; padding: 0; list-style: none; font-size: 10pt; }
  li { display: grid; grid-template-columns: 1fr auto; gap: 0 4mm; padding: 0.4mm 0; break-inside: avoid; }
  li small { grid-column: 1 / -1; font-size: 9.5pt; }
`;

export function orderOfTheDayPage({ forum, day }: Sheets, language: Language): string {
  const options = { locale: language };
  const rows = [
    [m.setup_starts_at({}, options), momentIn(language, forum.startsAt)],
    [m.setup_venue({}, options), forum.venue],
    ...ORGANISATION_PARTS.map((part) => [
      partName(part, options),
      forum.organisations
        .flatMap((each) => (each.part === part ? each.name : []))
        .join(m.moderation_comma({}, options)),
    ]),
  ].filter(([, words]) => words !== '');
  const heads = [
    ['time', m.order_time],
    ['stage', m.setup_stage],
    ['what', m.order_what],
    ['owner', m.setup_owner],
  ] as const;
  return printPage(language, {
    title: m.order_title({ title: forum.title }, options),
    hint: m.order_hint({}, options),
    style: STYLE,
    body: `<main>
  <h1>${escapeHtml(m.order_title({ title: forum.title }, options))}</h1>
  <p class="theme">${escapeHtml(forum.theme)}</p>
  <dl>${rows.map((row) => `<dt>${escapeHtml(row[0] ?? '')}</dt><dd>${escapeHtml(row[1] ?? '')}</dd>`).join('')}</dl>
  <table><thead><tr>${heads.map(([kind, name]) => `<th scope="col" class="${kind}">${name({}, options)}</th>`).join('')}</tr></thead>
  ${day.map((item) => itemHtml(item, language)).join('\n  ')}</table>
</main>`,
  });
}

function itemHtml(item: PrintedItem, language: Language): string {
  const options = { locale: language };
  const end = after(item.plannedStart, item.plannedDuration);
  const talks = item.talks.map(
    ({ name, department, office, topic, limit }) =>
      `<li><span><b>${escapeHtml(name)}</b>&ensp;${escapeHtml(m.department_office({ department, office }, options))}</span><span>${lengthIn(limit, language)}</span>` +
      `${topic === '' ? '' : `<small>${escapeHtml(topic)}</small>`}</li>`,
  );
  return `<tbody><tr>
    <td class="time">${timeIn(language, item.plannedStart)}–${timeIn(language, end)}<br><span class="length">${lengthIn(item.plannedDuration, language)}</span></td>
    <td class="stage">${stageName(item.stage, options)}</td>
    <td class="what"><b>${escapeHtml(item.title)}</b>${talks.length === 0 ? '' : `<ol>${talks.join('')}</ol>`}</td>
    <td class="owner">${escapeHtml(item.owner)}</td>
  </tr></tbody>`;
}

/** To half a minute and less where somebody planned so. */
const lengthIn = (length: number, language: Language): string =>
  m.order_minutes({ minutes: Number((length / 60_000).toFixed(2)) }, { locale: language });
