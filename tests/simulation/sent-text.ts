/** A text that the hub sends, searched once for all that may be a secret, however many roles it is sent to. */
import { MARKS, SERIALS } from './people-words';

const TOKENS = /[A-Za-z0-9_-]{12,}/g;
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
      tokens: json.match(TOKENS) ?? [],
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
