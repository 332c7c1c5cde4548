/** Kinds of emergencies in a word, for those who choose one. */
import type { EmergencyKind } from '@wenzheng/shared/forum/safety';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { table } from '@wenzheng/shared/ui/name-table';

export const emergencyKind = table<EmergencyKind>({
  evacuate: m.safety_kind_evacuate,
  fire: m.safety_kind_fire,
  medical: m.safety_kind_medical,
  weather: m.safety_kind_weather,
  other: m.safety_kind_other,
});
