/** Who is in the hall and who is online: the code on the big screen, tickets, and what is printed for the doors. */
import { z } from 'zod';
import { id, instantSchema, words } from './words';

/** The code on the big screen; null when the forum is closed. */
export const hallView = z.strictObject({ code: z.string() }).nullable();
export type HallView = z.infer<typeof hallView>;

/** How a device came to be in the hall; `link`: it is not, it came by the public address. */
export const CAME_BY = ['link', 'screen', 'ticket'] as const;
export type CameBy = (typeof CAME_BY)[number];
export const myAdmission = z.strictObject({
  by: z.enum(CAME_BY),
  /** What its ticket says; empty for none. */
  seat: z.string(),
});
export type MyAdmission = z.infer<typeof myAdmission>;

export const SEAT_LIMIT = 12;
/** Of one batch, and of a forum. */
export const BATCH_LIMIT = 2_000;
export const TICKET_LIMIT = 20_000;

/** Tickets that were made together, as those who hand them out see them. */
export const ticketBatch = z.strictObject({
  /** Running number of the first, and how many there are. */
  first: z.int(),
  count: z.int(),
  /** Where they let people sit; empty for anywhere. */
  seat: z.string(),
  /** Good until then; null: until the forum is closed. */
  until: instantSchema.nullable(),
  at: instantSchema,
  revoked: z.boolean(),
});
export type TicketBatch = z.infer<typeof ticketBatch>;

export const TICKET_STATES = ['used', 'revoked'] as const;
/** A ticket to which something has happened; any other of a batch is unused. */
export const ticketView = z.strictObject({ state: z.enum(TICKET_STATES) });
export type TicketView = z.infer<typeof ticketView>;

/** The venue's network, for the poster. */
export const wifiView = z.strictObject({ network: z.string(), password: z.string() }).nullable();
export type WifiView = z.infer<typeof wifiView>;

/** Shows a code of the big screen or of a ticket, in whatever way it was typed or scanned. */
export const presentCode = z.strictObject({
  type: z.literal('presentCode'),
  code: z.string().max(64),
});
export const issueTickets = z.strictObject({
  type: z.literal('issueTickets'),
  count: z.int().min(1).max(BATCH_LIMIT),
  seat: z.union([z.literal(''), words(SEAT_LIMIT)]),
  until: instantSchema.nullable(),
});
/** From now on it lets nobody in, and whoever came by it is online. */
export const revokeTicket = z.strictObject({
  type: z.literal('revokeTicket'),
  ticket: z.int().min(1).max(TICKET_LIMIT),
});
export const revokeTicketBatch = z.strictObject({
  type: z.literal('revokeTicketBatch'),
  batch: id,
});

/** What IEEE 802.11 and WPA allow. */
export const NETWORK_LIMIT = 32;
export const PASSWORD_LIMIT = 63;
/** Sets the venue's network; an empty name takes it off the poster, an empty password: it is open. */
export const setWifi = z.strictObject({
  type: z.literal('setWifi'),
  network: z.union([z.literal(''), words(NETWORK_LIMIT)]),
  password: z.union([z.literal(''), words(PASSWORD_LIMIT)]),
});

export const admissionCommands = [
  presentCode,
  issueTickets,
  revokeTicket,
  revokeTicketBatch,
  setWifi,
] as const;
