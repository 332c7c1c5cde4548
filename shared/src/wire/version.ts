/** The version of what travels over a socket; apart from the schemas, so that phones can load it without zod. */
export const PROTOCOL = 1;
