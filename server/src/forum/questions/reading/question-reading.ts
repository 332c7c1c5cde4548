/**
 * The questions of one forum and whoever reads them: it is told of all when somebody first asks, then of changes. A
 * reader can end at any time, since all that it knows comes from here: the next who asks starts another.
 */
import {
  DESK_PAGE,
  type DeskPage,
  type DeskQuery,
  type FoundQuestion,
  type QuestionFlags,
  type SimilarAtDesk,
  type SimilarOnPhone,
} from '@wenzheng/shared/forum/desk';
import type { Changes } from '../../../engine/store';
import type { Sight } from '../../../engine/views';
import { DEFAULT_RUDE_WORDS } from '../flags/rude-words';
import { shownText } from '../masking/shown';
import { MAY_TAKE_IN } from '../merging/decide';
import { includedIn } from '../merging/view';
import { SHOWN_FROM, SHOWN_TO_DESK_FROM } from '../similar/score';
import { countsAreHidden } from '../picking-view';
import { cameInto, isOpen, isPublic, isUnseen, type QuestionRow } from '../state';
import type { ReadQuestion } from './reader';
import type { Reading, ReadingAnswer, ReadingTask } from './reading';

/** Told of at once; some ten milliseconds on the hub's thread. */
const AT_ONCE = 500;
const ON_PHONE = 3;
const AT_DESK = 6;
/** Phones' wishes beyond these are not worth waiting for. */
const MOST_WAITING = 20;
/** What ends its reader twice within this time would end a third, too. */
const REST_MS = 10_000;
const MOST_ENDS = 2;

export interface QuestionReadingPorts {
  readonly sight: () => Sight;
  /** Starts a reader that knows nothing yet. */
  readonly start: () => Reading;
  /** Lets other things have their turn. */
  readonly turn: () => Promise<void>;
  readonly later: (ms: number, run: () => void) => void;
}

export class QuestionReading {
  readonly #ports: QuestionReadingPorts;
  #reading: Reading | null = null;
  #told: Promise<void> = Promise.resolve();
  #recentEnds = 0;
  #isStopped = false;

  constructor(ports: QuestionReadingPorts) {
    this.#ports = ports;
  }

  /** Takes in what a commit has changed. */
  update(changes: Changes): void {
    if (!this.#reading) return;
    if (changes.has('rudeWords')) void this.#reading.give(this.#rudeWords());
    const ids = changes.get('questions');
    if (ids) this.#tell([...ids.keys()]);
  }

  /**
   * Up to three questions that can be supported instead of asking `text`; null if there is too much to do or no
   * reader. What has not been read yet is not waited for.
   */
  async onPhone(text: string): Promise<readonly SimilarOnPhone[] | null> {
    if ((this.#reading?.waiting ?? 0) >= MOST_WAITING) return null;
    const query = { text, limit: ON_PHONE, least: SHOWN_FROM, can: 'support', but: null } as const;
    const answer = await this.#ask({ kind: 'alike', query }, 'so_far');
    if (answer?.kind !== 'alike') return null;
    const sight = this.#ports.sight();
    return answer.alike.flatMap(({ id }) => {
      const row = sight.state.questions.settled(id);
      // It may have changed since it was read.
      if (!row || !isSupportable(row)) return [];
      const hidden = countsAreHidden(sight.state);
      const support = hidden ? null : (sight.state.counts.settled(id) ?? 0);
      return [{ id, number: row.number, text: shownText(sight, row), support }];
    });
  }

  /** What asks much the same as question `id` and could take it in, the most similar first. */
  async atDesk(id: string): Promise<readonly SimilarAtDesk[] | 'unknown' | 'no_reader'> {
    const row = this.#ports.sight().state.questions.settled(id);
    if (!row) return 'unknown';
    const text = this.#ports.sight().words(row.text);
    const query = {
      text,
      limit: AT_DESK,
      least: SHOWN_TO_DESK_FROM,
      can: 'take_in',
      but: id,
    } as const;
    const answer = await this.#ask({ kind: 'alike', query }, 'all');
    if (answer?.kind !== 'alike') return 'no_reader';
    const sight = this.#ports.sight();
    return answer.alike.flatMap(({ id: other, score }) => {
      const found = sight.state.questions.settled(other);
      // It may have changed since it was read.
      if (!found || !takesIn(found)) return [];
      const { number, state } = found;
      const support = sight.state.counts.settled(other) ?? 0;
      return [{ id: other, number, text: sight.words(found.text), state, support, score }];
    });
  }

  async search(query: DeskQuery): Promise<DeskPage | 'no_reader'> {
    const answer = await this.#ask({ kind: 'search', query, limit: DESK_PAGE }, 'all');
    if (answer?.kind !== 'search') return 'no_reader';
    const sight = this.#ports.sight();
    const questions = answer.page.found.flatMap(({ id, flags }) => {
      const row = sight.state.questions.settled(id);
      return row ? [foundQuestion(sight, row, flags)] : [];
    });
    return { questions, total: answer.page.total };
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#reading?.stop();
  }

  /**
   * Asks a reader that was told of `all` questions, or of whatever there was time for `so_far`. Null if none lives long
   * enough to answer; why is told by whoever starts them.
   */
  async #ask(task: ReadingTask, told: 'all' | 'so_far'): Promise<ReadingAnswer> {
    for (;;) {
      const reading = this.#started();
      if (!reading) return null;
      // Another reader, if this one ends, has to be told as well.
      if (told === 'all') await this.#told;
      try {
        return await reading.give(task);
      } catch {
        this.#ended(reading);
      }
    }
  }

  #started(): Reading | null {
    if (this.#reading || this.#isStopped || this.#recentEnds >= MOST_ENDS) return this.#reading;
    const reading = (this.#reading = this.#ports.start());
    void reading.give(this.#rudeWords());
    this.#told = this.#tellAll();
    return reading;
  }

  #ended(reading: Reading): void {
    if (this.#reading !== reading) return;
    this.#reading = null;
    this.#recentEnds += 1;
    this.#ports.later(REST_MS, () => (this.#recentEnds -= 1));
  }

  async #tellAll(): Promise<void> {
    const ids = [...this.#ports.sight().state.questions.entries()].map(([id]) => id);
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      this.#tell(ids.slice(from, from + AT_ONCE));
      await this.#ports.turn();
    }
  }

  #tell(ids: readonly string[]): void {
    const sight = this.#ports.sight();
    const questions = ids.flatMap((id) => {
      const row = sight.state.questions.settled(id);
      return row ? [readQuestion(sight, row)] : [];
    });
    void this.#reading?.give({ kind: 'put', questions });
  }

  #rudeWords() {
    const words = this.#ports.sight().state.rudeWords.value ?? DEFAULT_RUDE_WORDS;
    return { kind: 'rudeWords', words } as const;
  }
}

const isSupportable = (row: QuestionRow): boolean =>
  isPublic(row) && (isOpen(row) || row.state === 'on_floor');

const takesIn = ({ state }: QuestionRow): boolean => MAY_TAKE_IN.includes(state);

const readQuestion = ({ words }: Sight, row: QuestionRow): ReadQuestion => ({
  id: row.id,
  number: row.number,
  text: words(row.text),
  original: row.original ? words(row.original) : '',
  name: row.name ? words(row.name) : '',
  serial: row.serial ?? '',
  source: row.source,
  state: row.state,
  department: row.department ?? row.suggestedDepartment,
  topic: row.topic ?? row.suggestedTopic,
  unseen: isUnseen(row),
  supportable: isSupportable(row),
  takesIn: takesIn(row),
});

const foundQuestion = (sight: Sight, row: QuestionRow, flags: QuestionFlags): FoundQuestion => ({
  id: row.id,
  number: row.number,
  text: sight.words(row.text),
  shown: shownText(sight, row),
  unmasked: row.unmasked,
  original: row.original && sight.words(row.original),
  name: row.name && sight.words(row.name),
  source: row.source,
  serial: row.serial,
  state: row.state,
  reviewToCome: row.reviewToCome,
  department: row.department,
  suggestedDepartment: row.suggestedDepartment,
  topic: row.topic,
  suggestedTopic: row.suggestedTopic,
  askedAt: cameInto(row, 'submitted'),
  support: sight.state.counts.settled(row.id) ?? 0,
  revision: row.revision,
  included: includedIn(sight, row),
  mergedInto: mergedIntoOf(sight, row),
  flags,
});

function mergedIntoOf({ state }: Sight, { mergedInto }: QuestionRow): FoundQuestion['mergedInto'] {
  const into = mergedInto === null ? undefined : state.questions.settled(mergedInto);
  return into ? { id: into.id, number: into.number } : null;
}
