/** Signs for the zones of the venue and for the queue at the microphone, a sheet each. */
import { ZONES, type Zone } from '@wenzheng/shared/forum/access';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { escapeHtml } from '../../reports/escape-html';
import { printPage, type Language } from './html';
import type { Sheets } from './sheets';

const STYLE = `
  @page { size: A4 landscape; }
  .page { display: grid; grid-template-rows: 1fr auto; width: 297mm; height: 210mm; padding: 16mm 18mm 12mm; text-align: center; }
  .name { display: grid; align-content: center; gap: 7mm; }
  h1 { font-size: 120pt; font-weight: 800; line-height: 1.15; text-wrap: balance; }
  .long { font-size: 72pt; }
  .other { font-size: 34pt; font-weight: 600; line-height: 1.3; }
  .what { font-size: 26pt; line-height: 1.5; text-wrap: balance; }
  footer { padding-top: 5mm; border-top: 0.5mm solid #000; font-size: 14pt; }
  .arrow { width: 40mm; margin: 0 auto; fill: none; stroke: #000; stroke-width: 5; stroke-linecap: round; stroke-linejoin: round; }
`;

/** In the sign's language large, in the other small. */
type Text = typeof m.zone_question;
interface Sign {
  readonly name: Text;
  readonly what: Text;
  readonly arrow: boolean;
}

const OF_ZONES: Readonly<Record<Zone, Sign>> = {
  question: { name: m.zone_question, what: m.print_zone_question, arrow: false },
  interaction: { name: m.zone_interaction, what: m.print_zone_interaction, arrow: false },
  rest: { name: m.zone_rest, what: m.print_zone_rest, arrow: false },
};
const OF_QUEUE: readonly Sign[] = [
  { name: m.print_queue_begin, what: m.print_queue_begin_what, arrow: true },
  { name: m.print_queue_end, what: m.print_queue_end_what, arrow: false },
];
const ARROW = `<svg class="arrow" viewBox="0 0 100 60" aria-hidden="true"><path d="M8 30h80M62 8l26 22-26 22"/></svg>`;

export const zonesPage = (sheets: Sheets, language: Language): string =>
  signsPage(
    sheets,
    language,
    ZONES.map((zone) => OF_ZONES[zone]),
    m.print_zones_title,
  );

export const queuePage = (sheets: Sheets, language: Language): string =>
  signsPage(sheets, language, OF_QUEUE, m.print_queue_title);

function signsPage(
  { forum }: Sheets,
  language: Language,
  signs: readonly Sign[],
  title: typeof m.print_zones_title,
): string {
  const other: Language = language === 'en' ? 'zh-CN' : 'en';
  const one = ({ name, what, arrow }: Sign): string => {
    const text = name({}, { locale: language });
    return `<section class="page"><div class="name">
  <h1 class="${text.length > 8 ? 'long' : ''}">${text}</h1>
  <p class="other" lang="${other}">${name({}, { locale: other })}</p>
  ${arrow ? ARROW : ''}
  <p class="what">${what({}, { locale: language })}</p>
</div><footer>${escapeHtml(forum.title)}</footer></section>`;
  };
  return printPage(language, {
    title: title({ title: forum.title }, { locale: language }),
    hint: m.print_hint({}, { locale: language }),
    style: STYLE,
    body: signs.map(one).join(''),
  });
}
