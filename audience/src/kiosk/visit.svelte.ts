/**
 * What one person does at the kiosk, from the first touch to "done". A new visit knows nothing of the one
 * before; a question that is still on its way then goes on its way alone.
 */
import { cleanWords } from '@wenzheng/shared/forum/people-words';
import type { MyQuestion } from '@wenzheng/shared/forum/questions';
import { refusalText } from '../shell/refusals';
import { questionProblem, type Problem } from '../screens/writing/lengths';
import type { KioskLive } from './live';

export type Step =
  'start' | 'asking' | 'sending' | 'received' | 'looking' | 'supporting' | 'voting';

export class Visit {
  readonly #live: Pick<KioskLive, 'submit'>;
  /** Ends with "done": whoever comes next must not be shown the answer to another's question. */
  #over = false;
  #step = $state.raw<Step>('start');
  #problem = $state.raw<Problem | null>(null);
  #received = $state.raw<MyQuestion | null>(null);
  text = $state('');
  name = $state('');
  /** Id of a department, or empty. */
  department = $state('');

  constructor(live: Pick<KioskLive, 'submit'>) {
    this.#live = live;
  }

  get step(): Step {
    return this.#step;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  get received(): MyQuestion | null {
    return this.#received;
  }

  go(step: 'start' | 'asking' | 'looking' | 'supporting' | 'voting'): void {
    this.#step = step;
  }
  written(): void {
    this.#problem = null;
  }
  end(): void {
    this.#over = true;
  }

  async send(): Promise<void> {
    this.#problem = questionProblem(this.text, this.name);
    if (this.#problem || this.#step !== 'asking') return;
    this.#step = 'sending';
    const ack = await this.#live.submit({
      type: 'askQuestion',
      text: this.text,
      name: cleanWords(this.name) || null,
      department: this.department || null,
    });
    if (this.#over) return;
    if (ack.ok && ack.question) {
      this.#received = ack.question;
      this.#step = 'received';
      return;
    }
    this.#problem = { field: null, text: ack.ok ? '' : refusalText(ack) };
    this.#step = 'asking';
  }
}
