/** Searches everything that the hub sends for what its receiver must not see. */
import type { AdmissionCodes } from '@wenzheng/server/src/forum/admission/index';
import type { Entry, WordRef } from '@wenzheng/server/src/journal/entry';
import type { Kept } from '@wenzheng/server/src/journal/port';
import type { Identity } from '@wenzheng/server/src/live/room';
import type { Role } from '@wenzheng/shared/forum/access';
import type { MyStatement } from '@wenzheng/shared/forum/opinions';
import type { MyQuestion } from '@wenzheng/shared/forum/questions';
import type { MinePatch } from '@wenzheng/shared/wire/protocol';
import type { Findings } from '../findings';
import { kindOf, MARKS, type WordKind } from '../people-words';
import type { SentText } from '../sent-text';
import type { JournalWatch } from './journal-watch';

const COMMITMENTS = /"commitment":"([^"]+)"/g;
const EVERYONE: ReadonlySet<Role> = new Set<Role>([
  ...(['audience', 'kiosk'] as const),
  ...(['display', 'stage', 'lobby', 'overlay'] as const),
]);

const DESK: readonly WordKind[] = [
  ...(['question', 'name', 'statement', 'outcome', 'promise'] as const),
  ...(['answer-notes', 'correction', 'ballot'] as const),
];
/**
 * Kinds of words that a role of the staff, or the monitor before who speaks, is sent before, or without that, everyone
 * is shown them.
 */
const KINDS: Partial<Record<Role, readonly WordKind[]>> = {
  admin: [...DESK, 'person', 'stage'],
  host: [...DESK, 'person', 'stage'],
  stage: ['stage'],
  moderator: DESK,
  volunteer: ['question', 'name'],
};

export class SecretWatch {
  readonly #findings: Findings;
  readonly #watch: JournalWatch;
  readonly #codes: AdmissionCodes;
  /** Pseudonyms, commitments, salts and ids of words and pictures: for nobody. */
  readonly #never = new Set<string>();
  /** Mark → ids of the words that carry it; two if something was pressed twice. */
  readonly #words = new Map<string, Set<string>>();
  /** Mark → the questions and statements whose words carry it. */
  readonly #owners = new Map<string, Set<string>>();
  readonly #tracking = new Map<string, string>();

  constructor(
    findings: Findings,
    watch: JournalWatch,
    codes: AdmissionCodes,
    pseudonyms: readonly string[],
  ) {
    this.#codes = codes;
    this.#findings = findings;
    this.#watch = watch;
    for (const pseudonym of pseudonyms) this.#never.add(pseudonym);
  }

  learn(entries: readonly Entry[], kept: readonly Kept[]): void {
    const marks = new Map<string, string[]>();
    for (const { id, salt, ...each } of kept) {
      this.#never.add(id).add(Buffer.from(salt).toString('base64url'));
      if (!('text' in each)) continue;
      const found = [...each.text.matchAll(MARKS)].map(([mark]) => mark);
      marks.set(id, found);
      for (const mark of found) add(this.#words, mark, id);
    }
    for (const entry of entries) {
      for (const [, commitment = ''] of JSON.stringify(entry).matchAll(COMMITMENTS))
        this.#never.add(commitment);
      const belongTo = (owner: string, ...refs: readonly (WordRef | null)[]): void => {
        for (const ref of refs)
          for (const mark of marks.get(ref?.id ?? '') ?? []) add(this.#owners, mark, owner);
      };
      if (entry.type === 'questionAsked') {
        const { question, text, name, tracking } = entry.data;
        this.#tracking.set(tracking, question);
        belongTo(`question ${question}`, text, name);
      }
      if (entry.type === 'questionEdited')
        belongTo(`question ${entry.data.question}`, entry.data.text);
      if (entry.type === 'statementSubmitted')
        belongTo(`statement ${entry.data.statement}`, entry.data.text);
    }
  }

  /** What a frame of a feed says, or one to a single connection: `identity` is whose. */
  look(text: SentText, role: Role, identity: Identity | null): void {
    const { json, found } = text;
    for (const token of found.tokens)
      this.#findings.check(!this.#never.has(token), () => `${role} was sent ${token}: ${json}`);
    for (const code of found.tickets)
      this.#findings.check(
        this.#codes.ticketNumber(code) === null,
        () => `${role} was sent the code of a ticket: ${json}`,
      );
    for (const mark of found.marks)
      this.#findings.check(
        this.#maySee(mark, role),
        () => `${identity?.name ?? role} was sent ${mark}: ${json}`,
      );
    if (EVERYONE.has(role)) this.#lookForPublic(text, role, identity);
  }

  #maySee(mark: string, role: Role): boolean {
    const words = [...(this.#words.get(mark) ?? [])];
    const kind = kindOf(mark);
    return (
      words.some((id) => this.#watch.shown.has(id)) ||
      (words.length > 0 && KINDS[role]?.some((each) => each === kind) === true) ||
      (role === 'moderator' && words.some((id) => this.#watch.spoke.has(id)))
    );
  }

  /** What a phone is told of questions and statements of its own. */
  lookAtOwn({ questions = [], statements = [] }: MinePatch, asker: string): void {
    const { state } = this.#watch;
    for (const question of questions)
      this.#lookAt(`question ${question.id}`, question, state.questions.get(question.id), asker);
    for (const statement of statements)
      this.#lookAt(
        `statement ${statement.id}`,
        statement,
        state.statements.get(statement.id),
        asker,
      );
  }

  #lookAt(
    what: string,
    told: MyQuestion | MyStatement,
    row: { readonly asker: string | null } | undefined,
    asker: string,
  ): void {
    this.#findings.check(row?.asker === asker, () => `${what} was told to another device`);
    for (const [mark, kind] of JSON.stringify(told).matchAll(MARKS)) {
      const isWord = kind === 'question' || kind === 'name' || kind === 'statement';
      const shown = [...(this.#words.get(mark) ?? [])].some((id) => this.#watch.shown.has(id));
      const own = !isWord || shown || this.#owners.get(mark)?.has(what) === true;
      this.#findings.check(own, () => `${what} carries ${mark}`);
    }
  }

  #lookForPublic({ json, numbers }: SentText, role: Role, identity: Identity | null): void {
    const fail = (what: string): void =>
      this.#findings.fail(`${identity?.name ?? role} was sent ${what}: ${json}`);
    for (const serial of numbers.serials) fail(serial);
    for (const code of numbers.tracking) {
      const question = this.#tracking.get(code);
      if (question !== undefined && !this.#watch.everDeflected.has(question)) fail(code);
    }
  }
}

function add(sets: Map<string, Set<string>>, key: string, value: string): void {
  sets.set(key, (sets.get(key) ?? new Set()).add(value));
}
