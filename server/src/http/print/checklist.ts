/** The checklist on paper, to be ticked by hand: what has to be done before the day, by whom and by when. */
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { escapeHtml } from '../../reports/escape-html';
import { printPage, type Language } from './html';
import { TABLE_STYLE } from './paper-table';
import { dateIn, momentIn, type PrintedTask, type Sheets } from './sheets';

const STYLE = `${TABLE_STYLE}
  .theme { margin-bottom: 5mm; }
  .box { width: 13mm; }
  .box i { display: inline-block; width: 4.4mm; height: 4.4mm; border: 0.35mm solid #000;
    font: 700 11pt/3.8mm system-ui, sans-serif; text-align: center; vertical-align: -0.6mm; }
  .due { width: 34mm; font-variant-numeric: tabular-nums; }
  .owner { width: 38mm; padding-right: 0; }
`;

export function checklistPage({ forum, tasks }: Sheets, language: Language): string {
  const options = { locale: language };
  const title = m.task_paper_title({ title: forum.title }, options);
  const heads = [
    ['box', () => m.task_done({}, options)],
    ['due', () => m.task_due({}, options)],
    ['what', () => m.task_title({}, options)],
    ['owner', () => m.task_owner({}, options)],
  ] as const;
  const rows = tasks.map((task) => taskHtml(task, language)).join('\n  ');
  return printPage(language, {
    title,
    hint: m.order_hint({}, options),
    style: STYLE,
    body: `<main>
  <h1>${escapeHtml(title)}</h1>
  <p class="theme">${escapeHtml(momentIn(language, forum.startsAt))}</p>
  <table><thead><tr>${heads.map(([kind, name]) => `<th scope="col" class="${kind}">${name()}</th>`).join('')}</tr></thead>
  ${rows}</table>
</main>`,
  });
}

const taskHtml = ({ title, owner, due, done }: PrintedTask, language: Language): string =>
  `<tbody><tr>
    <td class="box"><i>${done ? '✓' : ''}</i></td>
    <td class="due">${dateIn(language, due)}</td>
    <td class="what">${escapeHtml(title)}</td>
    <td class="owner">${escapeHtml(owner)}</td>
  </tr></tbody>`;
