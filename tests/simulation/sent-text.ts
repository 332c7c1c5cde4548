/** A text that the hub sends, searched once for all that may be a secret, however many roles it is sent to. */
import { MARKS, SERIALS } from './people-words';

const TRACKING = /\b[2-9A-HJKMNP-Z]{3}-[2-9A-HJKMNP-Z]{3}\b/g;
const TICKETS = /\b[2-9A-HJKMNP-Z]{5}-?[2-9A-HJKMNP-Z]{5}\b/g;

interface Found {
  /** Whatever looks like a pseudonym, a commitment, a salt or an id. */
  readonly tokens: readonly string[];
  readonly tickets: readonly string[];
  readonly marks: readonly string[];
}
/** Numbers of slips and questions, which only staff are told. */
interface Numbers {
  readonly serials: readonly string[];
  readonly tracking: readonly string[];
}

export class SentText {
  readonly json: string;
  #found: Found | null = null;
  #numbers: Numbers | null = null;

  constructor(json: string) {
    this.json = json;
  }

  get found(): Found {
    const { json } = this;
    return (this.#found ??= {
      tokens: tokensIn(json),
      tickets: json.match(TICKETS) ?? [],
      marks: json.match(MARKS) ?? [],
    });
  }
  get numbers(): Numbers {
    const { json } = this;
    return (this.#numbers ??= {
      serials: json.match(SERIALS) ?? [],
      tracking: json.match(TRACKING) ?? [],
    });
  }
}

const SHORTEST_TOKEN = 12;
const IN_TOKENS = new Uint8Array(128).map((_, code) =>
  /[A-Za-z0-9_-]/.test(String.fromCharCode(code)) ? 1 : 0,
);

/** All runs of letters, digits, `_` and `-` that are long enough; several times faster than a pattern. */
function tokensIn(text: string): readonly string[] {
  const tokens: string[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && IN_TOKENS[text.charCodeAt(at)] === 1) continue;
    if (at - start >= SHORTEST_TOKEN) tokens.push(text.slice(start, at));
    start = at + 1;
  }
  return tokens;
}
