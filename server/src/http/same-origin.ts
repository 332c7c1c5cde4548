/** Whether a request comes from the hub's own pages; what changes something must. */
import type { IncomingHttpHeaders } from 'node:http';

/** `same-site` is another machine of the same domain: no less foreign than one of another. */
const FOREIGN = new Set(['cross-site', 'same-site']);

/**
 * Browsers name the origin of everything that could change something; programs without a browser send none.
 * `publicUrl` is the address that a reverse proxy may have replaced in `Host`.
 */
export function isSameOrigin(headers: IncomingHttpHeaders, publicUrl: string): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return !FOREIGN.has(String(headers['sec-fetch-site']));
  if (!URL.canParse(origin)) return false;
  return new URL(origin).host === host || origin === new URL(publicUrl).origin;
}
