/**
 * The organisers' changes on their way to the hub, one after another: each command is made when its turn
 * comes, from what the hub says then, so that two quick changes of one thing do not undo each other.
 */
import type { OrganisationPart, Talk } from '@wenzheng/shared/forum/agenda';
import type { AgendaItem } from '@wenzheng/shared/forum/agenda';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import type { Term } from '@wenzheng/shared/forum/glossary';
import { randomId } from '@wenzheng/shared/time/system';
import type { Ack } from '@wenzheng/shared/wire/protocol';
import {
  changeDepartment,
  changeItem,
  changeItemMedia,
  changeRepresentative,
  changeSpeaker,
  changeTask,
  changeTerm,
  setOrganisations,
  type DepartmentFields,
  type ForumFields,
  type ItemFields,
  type Made,
  type RepresentativeFields,
  type SetupDocuments,
  type SpeakerFields,
  type TaskFields,
  type TermFields,
} from './setup-commands';

/** An id for something new. */
const newId = (): string => randomId(8);

export class Setup {
  readonly #documents: () => SetupDocuments;
  readonly #submit: (command: CommandInput) => Promise<Ack>;
  #last: Promise<unknown> = Promise.resolve();

  /** `documents` gives what the hub holds now. */
  constructor(documents: () => SetupDocuments, submit: (command: CommandInput) => Promise<Ack>) {
    this.#documents = documents;
    this.#submit = submit;
  }

  editForum(fields: ForumFields): Promise<Ack> {
    return this.#inTurn(() => ({ type: 'editForum', fields }));
  }
  setOrganisations(part: OrganisationPart, names: readonly string[]): Promise<Ack> {
    return this.#inTurn((now) => setOrganisations(now, part, names));
  }

  putRudeWords(words: readonly string[]): Promise<Ack> {
    return this.#inTurn(() => ({ type: 'putRudeWords', words: [...words] }));
  }

  addDepartment(name: string): Promise<Ack> {
    const department = { id: newId(), name, head: null, present: true, keywords: [] };
    return this.#inTurn(() => ({ type: 'putDepartment', department }));
  }
  changeDepartment(id: string, change: Partial<DepartmentFields>): Promise<Ack> {
    return this.#inTurn((now) => changeDepartment(now, id, change));
  }

  addSpeaker(fields: SpeakerFields): Promise<Ack> {
    return this.#inTurn(() => ({ type: 'putSpeaker', speaker: { id: newId(), ...fields } }));
  }
  changeSpeaker(id: string, change: Partial<SpeakerFields>): Promise<Ack> {
    return this.#inTurn((now) => changeSpeaker(now, id, change));
  }

  addItem(fields: Pick<ItemFields, 'stage' | 'title' | 'plannedDuration'>): Promise<Ack> {
    const item = { id: newId(), ...fields, talks: [], owner: '', note: '' };
    return this.#inTurn(() => ({ type: 'putAgendaItem', item, before: null }));
  }
  changeItem(id: string, change: Partial<ItemFields>): Promise<Ack> {
    return this.#inTurn((now) => changeItem(now, id, () => change));
  }
  changeItemMedia(item: string, change: Parameters<typeof changeItemMedia>[2]): Promise<Ack> {
    return this.#inTurn((now) => changeItemMedia(now, item, change));
  }
  changeTalks(id: string, change: (talks: AgendaItem['talks']) => Talk[]): Promise<Ack> {
    return this.#inTurn((now) => changeItem(now, id, ({ talks }) => ({ talks: change(talks) })));
  }

  addTask(fields: TaskFields): Promise<Ack> {
    const task = { id: newId(), ...fields };
    return this.#inTurn(() => ({ type: 'putTask', task, before: null }));
  }
  changeTask(id: string, change: Partial<TaskFields>): Promise<Ack> {
    return this.#inTurn((now) => changeTask(now, id, change));
  }
  addTerm(fields: TermFields): Promise<Ack> {
    return this.#inTurn(() => ({ type: 'putTerm', term: { id: newId(), ...fields } }));
  }
  changeTerm(id: string, change: (term: Term) => Partial<TermFields>): Promise<Ack> {
    return this.#inTurn((now) => changeTerm(now, id, change));
  }

  addRepresentative(fields: RepresentativeFields): Promise<Ack> {
    const representative = { id: newId(), ...fields };
    return this.#inTurn(() => ({ type: 'putRepresentative', representative }));
  }
  changeRepresentative(id: string, change: Partial<RepresentativeFields>): Promise<Ack> {
    return this.#inTurn((now) => changeRepresentative(now, id, change));
  }

  #inTurn(make: (now: SetupDocuments) => Made): Promise<Ack> {
    const answer = this.#last.then((): Ack | Promise<Ack> => {
      const made = make(this.#documents());
      return typeof made === 'string' ? { ok: false, code: made } : this.#submit(made);
    });
    this.#last = answer.catch(() => undefined);
    return answer;
  }
}
