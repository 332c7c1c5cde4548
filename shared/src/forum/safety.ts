/** Emergencies: the clocks stand still, and every screen says what is to be done. */
import { z } from 'zod';
import { instantSchema, words } from './words';

export const EMERGENCIES = ['evacuate', 'fire', 'medical', 'weather', 'other'] as const;
export type EmergencyKind = (typeof EMERGENCIES)[number];

/** Read from afar by people who are on their way: a sentence. */
export const EMERGENCY_MESSAGE_LIMIT = 60;

/** The emergency that lasts, as every screen shows it. */
export const emergencyView = z.strictObject({
  /** Another one whenever something else is said, so that a late press cannot end what it did not mean. */
  number: z.int(),
  kind: z.enum(EMERGENCIES),
  /** True while it is only practised. */
  drill: z.boolean(),
  /** The host's own sentence; null for the one that belongs to the kind. */
  message: z.string().nullable(),
  since: instantSchema,
});
export type EmergencyView = z.infer<typeof emergencyView>;

const said = {
  kind: z.enum(EMERGENCIES),
  drill: z.boolean(),
  message: words(EMERGENCY_MESSAGE_LIMIT).nullable(),
};

/**
 * Stops the clocks and takes over every screen. While an emergency lasts it is refused as
 * `safety.emergency`, but for a real one that breaks out during a drill: it takes the drill's place.
 */
export const raiseEmergency = z.strictObject({ type: z.literal('raiseEmergency'), ...said });
/** Says something else of the emergency `emergency`. What is real does not become a drill. */
export const amendEmergency = z.strictObject({
  type: z.literal('amendEmergency'),
  emergency: z.int(),
  ...said,
});
/** Ends the emergency `emergency`: clocks and screens are again as they were. */
export const allClear = z.strictObject({ type: z.literal('allClear'), emergency: z.int() });

export const safetyCommands = [raiseEmergency, amendEmergency, allClear] as const;
