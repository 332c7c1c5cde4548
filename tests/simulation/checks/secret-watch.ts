/** Searches everything that the hub sends for what its receiver must not see. */
import type { Entry } from '@wenzheng/server/src/journal/entry';
import type { KeptWords } from '@wenzheng/server/src/journal/port';
import type { Identity } from '@wenzheng/server/src/live/room';
import type { Role } from '@wenzheng/shared/forum/access';
import type { MyQuestion } from '@wenzheng/shared/forum/questions';
import type { Findings } from '../findings';
import { MARKS, SERIALS } from '../people-words';
import type { JournalWatch } from './journal-watch';

const TOKENS = /[A-Za-z0-9_-]{12,}/g;
const TRACKING = /\b[2-9A-HJKMNP-Z]{3}-[2-9A-HJKMNP-Z]{3}\b/g;
const EVERYONE: ReadonlySet<Role> = new Set<Role>(['audience', 'display']);

export class SecretWatch {
  readonly #findings: Findings;
  readonly #watch: JournalWatch;
  /** Pseudonyms, commitments, salts and ids of words: for nobody. */
  readonly #never = new Set<string>();
  /** Mark in a question's text or name → the question, or two that were pressed at once. */
  readonly #questions = new Map<string, Set<string>>();
  readonly #tracking = new Map<string, string>();

  constructor(findings: Findings, watch: JournalWatch, pseudonyms: readonly string[]) {
    this.#findings = findings;
    this.#watch = watch;
    for (const pseudonym of pseudonyms) this.#never.add(pseudonym);
  }

  learn(entries: readonly Entry[], words: readonly KeptWords[]): void {
    const texts = new Map(words.map(({ id, text }) => [id, text]));
    for (const { id, salt } of words) {
      this.#never.add(id).add(Buffer.from(salt).toString('base64url'));
    }
    for (const entry of entries) {
      for (const [commitment] of JSON.stringify(entry).matchAll(/(?<="commitment":")[^"]+/g))
        this.#never.add(commitment);
      if (entry.type !== 'questionAsked') continue;
      const { question, text, name, tracking } = entry.data;
      this.#tracking.set(tracking, question);
      for (const ref of [text, name]) {
        for (const [mark] of texts.get(ref?.id ?? '')?.matchAll(MARKS) ?? []) {
          this.#questions.set(mark, (this.#questions.get(mark) ?? new Set()).add(question));
        }
      }
    }
  }

  /** A frame of a feed, or one to a single connection: `identity` is whose. */
  look(json: string, role: Role, identity: Identity | null): void {
    for (const [token] of json.matchAll(TOKENS)) {
      this.#findings.check(!this.#never.has(token), () => `${role} was sent ${token}: ${json}`);
    }
    if (EVERYONE.has(role)) this.#lookForPublic(json, role, identity);
    else this.#lookForStaff(json, role);
  }

  /** What a phone is told of questions of its own. */
  lookAtOwn(questions: readonly MyQuestion[], asker: string): void {
    for (const question of questions) {
      const row = this.#watch.state.questions.get(question.id);
      this.#findings.check(
        row?.asker === asker,
        () => `question ${question.id} was told to another device`,
      );
      for (const [mark, kind] of JSON.stringify(question).matchAll(MARKS)) {
        const isWord = kind === 'question' || kind === 'name';
        const own = !isWord || this.#questions.get(mark)?.has(question.id) === true;
        this.#findings.check(own, () => `question ${question.id} carries ${mark}`);
      }
    }
  }

  #lookForPublic(json: string, role: Role, identity: Identity | null): void {
    const fail = (what: string): void =>
      this.#findings.fail(`${identity?.name ?? role} was sent ${what}: ${json}`);
    for (const [mark, kind] of json.matchAll(MARKS)) {
      const isWord = kind === 'question' || kind === 'name';
      const questions = [...(this.#questions.get(mark) ?? [])];
      if (!isWord || !questions.some((id) => this.#watch.everPublic.has(id))) fail(mark);
    }
    for (const [serial] of json.matchAll(SERIALS)) fail(serial);
    for (const [code] of json.matchAll(TRACKING)) {
      const question = this.#tracking.get(code);
      if (question !== undefined && !this.#watch.everDeflected.has(question)) fail(code);
    }
  }

  /** Staff see every question, but nothing before it is durable, and no notes. */
  #lookForStaff(json: string, role: Role): void {
    for (const [mark, kind] of json.matchAll(MARKS)) {
      const known = (kind === 'question' || kind === 'name') && this.#questions.has(mark);
      this.#findings.check(known, () => `${role} was sent ${mark}: ${json}`);
    }
  }
}
