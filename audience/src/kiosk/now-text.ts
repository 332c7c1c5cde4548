/** What is happening, in three lines for whoever passes the kiosk. */
import type { AgendaItem, ForumView } from '@wenzheng/shared/forum/agenda';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { timeText } from '@wenzheng/shared/ui/moments';
import { shortDayText } from '../shell/dates';
import { officeText } from '../screens/now/office';
import type { Happening } from '../screens/now/happening';

export interface NowText {
  readonly caption: string;
  readonly title: string;
  /** Empty for none. */
  readonly line: string;
}

export function nowText(now: Happening, forum: ForumView, item: AgendaItem | null): NowText {
  switch (now.kind) {
    case 'talk': {
      const { speaker, topic } = now.floor;
      const title = topic ?? item?.title ?? forum.title;
      return { caption: m.audience_now_speaking(), title, line: speaker ? whoIs(speaker) : '' };
    }
    case 'exchange': {
      const { speaker, exchange } = now.floor;
      const names = [exchange?.representative.name, speaker?.name].filter((name) => name);
      const caption = exchange ? m.audience_exchange_number({ number: exchange.number }) : '';
      return { caption, title: names.join(m.kiosk_and()), line: m.audience_exchange_text() };
    }
    case 'question':
    case 'deflection': {
      const { number, text } = now.question;
      return { caption: m.question_number({ number }), title: text, line: questionLine(now) };
    }
    case 'closing':
      return { caption: '', title: m.audience_now_thanks(), line: m.kiosk_closing_text() };
    default:
      return dayText(forum, item);
  }
}

const whoIs = (speaker: { name: string; office: string; department: string; id: string }): string =>
  m.kiosk_name_office({ name: speaker.name, office: officeText(speaker) });

function questionLine(now: Happening & { readonly kind: 'question' | 'deflection' }): string {
  if (now.kind === 'deflection') return m.audience_now_passed_on();
  if (now.question.state !== 'on_floor') return m.audience_now_answered();
  const speaker = now.floor?.speaker;
  if (now.floor?.phase === 'asking') return m.audience_now_asking();
  return speaker
    ? m.audience_now_answering({ name: speaker.name })
    : m.audience_now_waiting_answer();
}

function dayText(forum: ForumView, item: AgendaItem | null): NowText {
  if (item) return { caption: m.audience_now_underway(), title: item.title, line: forum.theme };
  const [date, time] = [shortDayText(forum.startsAt), timeText(forum.startsAt)];
  return {
    caption: m.audience_now_before(),
    title: forum.theme,
    line: m.audience_now_starts({ date, time }),
  };
}
