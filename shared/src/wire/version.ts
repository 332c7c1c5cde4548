/** The version of what travels over a socket; apart from the schemas, so that phones can load it without zod. */
export const PROTOCOL = 8;

/** No frame of a client is larger (bytes of UTF-8); the hub closes a connection that sends one. */
export const LARGEST_FRAME = 16 * 1024;
