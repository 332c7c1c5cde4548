/** What every screen says of an emergency of each kind. */
import type { EmergencyKind, EmergencyView } from '../forum/safety';
import { m } from '../paraglide/messages';
import { table } from './name-table';

/** Large, on every screen. */
export const emergencyHeading = /* @__PURE__ */ table<EmergencyKind>({
  evacuate: m.safety_heading_evacuate,
  fire: m.safety_heading_fire,
  medical: m.safety_heading_medical,
  weather: m.safety_heading_weather,
  other: m.safety_heading_other,
});

const whatToDo = /* @__PURE__ */ table<EmergencyKind>({
  evacuate: m.safety_do_evacuate,
  fire: m.safety_do_fire,
  medical: m.safety_do_medical,
  weather: m.safety_do_weather,
  other: m.safety_do_other,
});

/** The sentence below the heading: the host's own, or the one that belongs to the kind. */
export const emergencySentence = ({
  kind,
  message,
}: Pick<EmergencyView, 'kind' | 'message'>): string => message ?? whatToDo(kind);
