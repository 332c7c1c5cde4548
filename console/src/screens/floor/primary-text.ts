/** What the large button says it will do. */
import { m } from '@wenzheng/shared/paraglide/messages';
import { minutesIn } from '../../moments';
import type { PrimaryAction } from './primary-action';

export function primaryText(action: PrimaryAction): string {
  switch (action.kind) {
    case 'startItem':
      return action.command.from === null
        ? m.console_go_begin({ title: action.item.title })
        : m.console_go_item({ title: action.item.title });
    case 'startTalk': {
      const inputs = { name: action.speaker.name, minutes: minutesIn(action.talk.limit) };
      return action.first ? m.console_go_first_talk(inputs) : m.console_go_next_talk(inputs);
    }
    case 'pickQuestion': {
      const { number, text } = action.question;
      return action.first
        ? m.console_go_first_question({ number, text })
        : m.console_go_next_question({ number, text });
    }
    case 'startAnswer':
      return m.console_go_answer({ name: action.official.name });
    case 'chooseOfficial':
      return m.console_go_choose_official();
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
      return m.console_minutes_planned({ minutes: minutesIn(action.item.plannedDuration) });
    case 'startTalk':
      return `${action.speaker.office} · ${action.talk.topic}`;
    case 'startAnswer':
      return action.official.office;
    default:
      return '';
  }
}
