/** What the large button says it will do. */
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { duration } from '@wenzheng/shared/time/instant';
import { ANSWER_LIMIT } from '@wenzheng/shared/forum/limits';
import { minutesIn } from '../../minutes';
import { sideName, stageName } from '@wenzheng/shared/ui/names';
import { officeOf } from '@wenzheng/shared/ui/office';
import type { PrimaryAction } from './primary-action';

export function primaryText(action: PrimaryAction): string {
  switch (action.kind) {
    case 'startItem':
      return action.command.from === null
        ? m.console_go_begin({ title: stageName(action.item.stage) })
        : m.console_go_item({ title: stageName(action.item.stage) });
    case 'startTalk': {
      const inputs = { name: action.speaker.name, minutes: minutesIn(action.talk.limit) };
      return action.first ? m.console_go_first_talk(inputs) : m.console_go_next_talk(inputs);
    }
    case 'pickQuestion': {
      const { number, text } = action.question;
      return m.console_go_next_question({ number, text });
    }
    case 'startAnswer':
      return m.console_go_answer({
        name: action.official.name,
        minutes: minutesIn(ANSWER_LIMIT),
      });
    case 'chooseOfficial':
      return m.console_go_choose_official();
    case 'startExchange':
      return m.console_go_exchange({
        representative: action.representative.name,
        official: action.official.name,
      });
    case 'passFloor':
      return m.console_go_pass({ name: action.name });
    case 'endInterjection':
      return action.name === null
        ? m.interjection_go_on_nobody()
        : m.interjection_go_on({ name: action.name });
    case 'close':
      return m.console_go_close();
    case 'done':
      return m.console_go_done();
    default:
      return action satisfies never;
  }
}

/** A second, quieter line: who that is, or what follows. Empty where there is nothing to add. */
export function primaryDetail(action: PrimaryAction): string {
  switch (action.kind) {
    case 'startItem':
      return m.console_item_planned({
        title: action.item.title,
        minutes: minutesIn(action.item.plannedDuration),
      });
    case 'startTalk':
      return `${officeOf(action.speaker)} · ${action.talk.topic}`;
    case 'startAnswer':
      return officeOf(action.official);
    case 'startExchange':
      return m.console_go_exchange_detail({
        minutes: minutesIn(duration(action.command.quota)),
        office: officeOf(action.official),
      });
    case 'passFloor':
      return sideName(action.to);
    case 'endInterjection':
      return m.interjection_go_on_detail();
    case 'close':
      return m.console_go_close_detail();
    default:
      return '';
  }
}
