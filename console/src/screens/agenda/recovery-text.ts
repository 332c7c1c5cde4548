/** A step of what is suggested against a delay, in words. */
import type { AgendaView } from '@wenzheng/shared/forum/agenda';
import type { RecoveryStep } from '@wenzheng/shared/forum/recovery';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import type { Duration } from '@wenzheng/shared/time/instant';
import { duration } from '@wenzheng/shared/time/instant';
import { minutesIn } from '../../minutes';
import { itemName } from './item-name';

const lengthText = (length: Duration): string =>
  length % 60_000 === 0
    ? m.recovery_minutes({ minutes: length / 60_000 })
    : m.recovery_seconds({ seconds: length / 1_000 });

export function recoveryText(
  agenda: AgendaView,
  { kind, item: id, talks, by }: RecoveryStep,
): string {
  const found = agenda.items.find((each) => each.id === id);
  const item = found ? itemName(agenda, found) : '';
  const planned = found?.plannedDuration ?? by;
  switch (kind) {
    case 'talks':
      return m.recovery_talks({ item, count: talks, length: lengthText(by) });
    case 'earlier':
      return m.recovery_earlier({
        ...{ item, length: lengthText(by), from: minutesIn(planned) },
        to: minutesIn(duration(planned - by)),
      });
    case 'leave_out':
      return m.recovery_leave_out({ item, minutes: minutesIn(planned) });
    default:
      return kind satisfies never;
  }
}
