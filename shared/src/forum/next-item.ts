/** What comes next in the agenda; free of zod, so that phones can load it. */
import type { AgendaItem, AgendaView } from './agenda';

/** The item after the running one, or the first before the start. */
export function nextItem(agenda: AgendaView): AgendaItem | null {
  const index = agenda.items.findIndex((item) => item.id === agenda.current);
  return agenda.items[index + 1] ?? null;
}
