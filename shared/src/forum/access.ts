/** Who takes part. What each may do and see stands in the hub's rights table. */
import { z } from 'zod';
import { instantSchema, words } from './words';

export const ROLES = [
  'admin',
  'host',
  'moderator',
  'volunteer',
  'kiosk',
  'display',
  'stage',
  'lobby',
  'overlay',
  'audience',
] as const;
export type Role = (typeof ROLES)[number];
export const roleSchema = z.enum(ROLES);

/** Roles that work in the console. */
export const STAFF_ROLES = ['admin', 'host', 'moderator', 'volunteer'] as const satisfies Role[];
export type StaffRole = (typeof STAFF_ROLES)[number];

/** Roles that sign in by link or PIN; displays and phones come in by opening a page. */
export const SIGN_IN_ROLES = [...STAFF_ROLES, 'kiosk'] as const satisfies Role[];
export type SignInRole = (typeof SIGN_IN_ROLES)[number];
export const signInRoleSchema = z.enum(SIGN_IN_ROLES);

/** Whose access each role hands out: links, and the devices it may rename and revoke. */
const HANDS_OUT: Readonly<Record<SignInRole, readonly SignInRole[]>> = {
  admin: SIGN_IN_ROLES,
  host: ['host', 'moderator', 'volunteer', 'kiosk'],
  moderator: [],
  volunteer: [],
  kiosk: [],
};
export const rolesHandedOutBy = (role: SignInRole): readonly SignInRole[] => HANDS_OUT[role];
/** PINs work for whoever overheard them, so that only those who set the hub up make them. */
export const mayMakePins = (role: SignInRole): boolean => role === 'admin';

/** Parts of the venue; a kiosk stands in one. */
export const ZONES = ['question', 'interaction', 'rest'] as const;
export type Zone = (typeof ZONES)[number];
export const zoneSchema = z.enum(ZONES);

/** What a signed-in device is called, so that people can tell it from others. */
export const DEVICE_NAME_LIMIT = 24;
export const deviceNameSchema = words(DEVICE_NAME_LIMIT).transform((name) =>
  name.replaceAll('\n', ' '),
);

/** A signed-in device, as those who hand out access see it. */
export const deviceListing = z.strictObject({
  /** Names the device in `DELETE /api/devices/:id`; no secret. */
  id: z.string(),
  role: signInRoleSchema,
  name: z.string(),
  signedIn: instantSchema,
  lastSeen: instantSchema,
  connected: z.boolean(),
  /** The device that asks. */
  own: z.boolean(),
  /** A reusable link that it came by still works; revoking the device cancels that link. */
  linkWorks: z.boolean(),
});
export type DeviceListing = Readonly<z.infer<typeof deviceListing>>;

/** A sign-in link that still works, as those who hand out access see it. */
export const linkListing = z.strictObject({
  /** Names the link in `DELETE /api/links/:id`; nobody can sign in with it. */
  id: z.string(),
  role: signInRoleSchema,
  /** Where the kiosk stands that signs in by it; null for staff, and where it was not said. */
  zone: zoneSchema.nullable(),
  once: z.boolean(),
  created: instantSchema,
  expires: instantSchema,
  /** How many times somebody signed in by it. */
  uses: z.int(),
});
export type LinkListing = Readonly<z.infer<typeof linkListing>>;

/** How many are connected; no fact of the forum, kept by the hub while it runs. */
export const presenceView = z.strictObject({
  displays: z.int(),
  phones: z.int(),
  staff: z.int(),
});
export type PresenceView = z.infer<typeof presenceView>;

/** Which of the staff are connected, and how many screens; it changes when one of them comes or goes. */
export const connectedView = z.strictObject({
  staff: z.array(
    z.strictObject({
      /** Names the device in `/api/devices/:id`; no secret. */
      id: z.string(),
      role: z.enum(STAFF_ROLES),
      /** As it was called when it connected. */
      name: z.string(),
      connections: z.int(),
    }),
  ),
  displays: z.int(),
  kiosks: z.int(),
});
export type ConnectedView = z.infer<typeof connectedView>;

/** Where phones find the forum. */
export const joinView = z.strictObject({ url: z.string(), address: z.string() });
export type JoinView = z.infer<typeof joinView>;
