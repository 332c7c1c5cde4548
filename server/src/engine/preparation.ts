/** How forums are made before the day, and what organisers take out of one and bring into it. */
import type { ReadingOfSheet } from '@wenzheng/shared/forum/agenda-sheet';
import type { ForumFile } from '@wenzheng/shared/forum/forum-file';
import { builtInForum, copiedForum } from '../forum/agenda';
import { builtInTasks, checklistMade } from '../forum/checklist';
import { builtInTerms, glossaryMade } from '../forum/glossary';
import { builtInPolls, pollsMade } from '../forum/polls';
import { systemRandom } from '../ports/system';
import { agendaSheetOf, readingOfSheet } from './agenda-sheet';
import { entriesOfFile, forumFileOf } from './forum-file';
import type { Forums, Maker } from './forums';
import { preparedAsIn } from './prepared';

export class Preparation {
  readonly #forums: Forums;

  constructor(forums: Forums) {
    this.#forums = forums;
  }

  /** All that was prepared of a forum; null if there is no such forum. */
  file(forum: string): ForumFile | null {
    const state = this.#forums.find(forum)?.engine.state;
    return state ? forumFileOf(state) : null;
  }

  /** Makes the built-in forum and answers its id, once it is durable. */
  makeBuiltIn(locale: 'zh-CN' | 'en', actor: Maker): Promise<string> {
    const made = builtInForum(this.#forums.newId(), locale, this.#forums.clock.now());
    const prepared = [
      ...checklistMade(builtInTasks(locale)),
      ...glossaryMade(builtInTerms[locale]),
      ...pollsMade(builtInPolls[locale]),
    ];
    return this.#forums.create(made, actor, prepared);
  }

  /** Makes a forum as `template` was set up and answers its id; null if there is no such forum. */
  async copy(template: string, actor: Maker): Promise<string | null> {
    const state = this.#forums.find(template)?.engine.state;
    const created = state && copiedForum(state, this.#forums.newId(), this.#forums.clock.now());
    return created ? this.#forums.create(created, actor, preparedAsIn(state)) : null;
  }

  /** Makes a forum from `file` and answers its id, once it is durable. */
  make(file: ForumFile, actor: Maker): Promise<string> {
    const [created, ...more] = entriesOfFile(file, this.#forums.newId());
    return this.#forums.create(created.data, actor, more);
  }

  /** The agenda as a table (XLSX); null if there is no such forum. */
  async agendaSheet(forum: string, language: 'zh-CN' | 'en'): Promise<Uint8Array | null> {
    const state = this.#forums.find(forum)?.engine.state;
    return state ? agendaSheetOf(state, language) : null;
  }

  /** What a table would do to the agenda, of which nothing is done; null if there is no such forum. */
  async readAgendaSheet(forum: string, bytes: Uint8Array): Promise<ReadingOfSheet | null> {
    const state = this.#forums.find(forum)?.engine.state;
    const newId = () => Buffer.from(systemRandom.bytes(6)).toString('hex');
    return state ? readingOfSheet(state, bytes, newId) : null;
  }
}
