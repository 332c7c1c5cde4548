/**
 * A reader at its work: it answers what it is asked, and between two answers takes one question more into the
 * comparison. Whoever looks for what a question can be merged into waits until all are compared, for _none_ would be
 * believed; phones are answered from what there is.
 */
import { answerTo, type ReadingAnswer, type ReadingTask } from './reading';
import type { QuestionReader } from './reader';

interface Asked {
  readonly id: number;
  readonly task: ReadingTask;
}
export interface AnsweringPorts {
  readonly answered: (id: number, answer: Exclude<ReadingAnswer, null>) => void;
  /** Runs `run` once what came meanwhile has been taken. */
  readonly soon: (run: () => void) => void;
}

export class Answering {
  readonly #reader: QuestionReader;
  readonly #ports: AnsweringPorts;
  #waiting: readonly Asked[] = [];
  #isComparing = false;

  constructor(reader: QuestionReader, ports: AnsweringPorts) {
    this.#reader = reader;
    this.#ports = ports;
  }

  take(asked: Asked): void {
    if (needsAll(asked.task) && !this.#reader.isComplete) this.#waiting = [...this.#waiting, asked];
    else this.#answer(asked);
    if (!this.#isComparing) this.#compare();
  }

  /** One question at a time, so that what is asked meanwhile is answered. */
  #compare(): void {
    this.#isComparing = this.#reader.compareNext();
    if (this.#isComparing) return this.#ports.soon(() => this.#compare());
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const asked of waiting) this.#answer(asked);
  }

  #answer({ id, task }: Asked): void {
    const answer = answerTo(this.#reader, task);
    if (answer !== null) this.#ports.answered(id, answer);
  }
}

const needsAll = (task: ReadingTask): boolean =>
  task.kind === 'alike' && task.query.can === 'take_in';
