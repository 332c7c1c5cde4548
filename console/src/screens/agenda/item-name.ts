/** A short name for an agenda item: its stage, unless two items share it. */
import type { AgendaItem, AgendaView } from '@wenzheng/shared/forum/agenda';
import { stageName } from '@wenzheng/shared/ui/names';

export const itemName = (agenda: AgendaView, { id, stage, title }: AgendaItem): string =>
  agenda.items.some((other) => other.stage === stage && other.id !== id) ? title : stageName(stage);
