/** Who takes part. What each may do and see stands in the hub's rights table. */
import { z } from 'zod';

export const ROLES = ['admin', 'host', 'moderator', 'volunteer', 'display', 'audience'] as const;
export type Role = (typeof ROLES)[number];
export const roleSchema = z.enum(ROLES);

/** Roles that sign in; the other two come in by opening a page. */
export const STAFF_ROLES = ['admin', 'host', 'moderator', 'volunteer'] as const satisfies Role[];
export type StaffRole = (typeof STAFF_ROLES)[number];
export const staffRoleSchema = z.enum(STAFF_ROLES);

/** How many are connected; no fact of the forum, kept by the hub while it runs. */
export const presenceView = z.strictObject({
  displays: z.int(),
  phones: z.int(),
  staff: z.int(),
});
export type PresenceView = z.infer<typeof presenceView>;

/** Where phones find the forum. */
export const joinView = z.strictObject({ url: z.string(), address: z.string() });
export type JoinView = z.infer<typeof joinView>;
