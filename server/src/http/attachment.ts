/** The header by which a browser keeps what it is sent as a file (RFC 6266). */

/** Characters that some system does not take in a file's name, the separators of paths among them. */
const UNFIT = /[\p{Cc}"*/:<>?\\|%]+/gu;

/** `ending` without its dot. */
export function attachment(name: string, ending: string): string {
  const fit = `${name.replace(UNFIT, ' ').replace(/\s+/g, ' ').trim()}.${ending}`;
  const ascii = fit.replace(/[^\x20-\x7e]+/g, '_');
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded(fit)}`;
}

/** Halves of pairs, which nothing can encode, are left out. */
const encoded = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '')).replace(
    /['()!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
