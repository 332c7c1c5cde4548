/** The phone's page with the view inside, made and compressed once for all phones until the view changes. */
import { gzipSync } from 'node:zlib';

export interface Page {
  readonly html: Buffer;
  readonly gzip: Buffer;
}

const MARKER = '<!--view-->';
const ESCAPES: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** JSON that no HTML parser takes for markup. In JSON these characters stand within strings only. */
export const escapeJson = (json: string): string =>
  json.replace(/[<\u2028\u2029]/g, (character) => ESCAPES[character] ?? '');

export class AudiencePages {
  readonly #before: string;
  readonly #after: string;
  readonly #made = new Map<string, Page & { readonly json: string }>();

  constructor(template: string) {
    const at = template.indexOf(MARKER);
    if (at < 0) throw new Error(`the audience's page has no ${MARKER}`);
    this.#before = template.slice(0, at);
    this.#after = template.slice(at + MARKER.length);
  }

  /** The page for the view `json`; the last one of each `key` is kept. */
  render(key: string, json: string): Page {
    const made = this.#made.get(key);
    if (made?.json === json) return made;
    const html = Buffer.from(
      `${this.#before}<script type="application/json" id="view">${escapeJson(json)}</script>${this.#after}`,
    );
    const page = { json, html, gzip: gzipSync(html) };
    this.#made.set(key, page);
    return page;
  }
}
