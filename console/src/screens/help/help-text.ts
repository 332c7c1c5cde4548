/** Calls for help in words. */
import type { HelpCall, HelpReason } from '@wenzheng/shared/forum/help';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { table } from '@wenzheng/shared/ui/name-table';
import { roleName, zoneName } from '@wenzheng/shared/ui/names';

export const reasonName = table<HelpReason>({
  medical: m.help_reason_medical,
  order: m.help_reason_order,
  technical: m.help_reason_technical,
  other: m.help_reason_other,
});

export function placeText({ zone, where }: Pick<HelpCall, 'zone' | 'where'>): string {
  if (zone === null) return where ?? '';
  return where === null ? zoneName(zone) : m.help_place({ zone: zoneName(zone), where });
}

/** A device may have been given no name. */
export const nameOf = ({ name, role }: HelpCall['by']): string => name || roleName(role);
