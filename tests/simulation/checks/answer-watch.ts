/** Holds every acknowledgement against the journal: durable when it leaves, and the same each time. */
import type { Identity } from '@wenzheng/server/src/live/room';
import type { CommandOf, CommandType } from '@wenzheng/shared/forum/commands';
import { isRecordedAsVote } from '@wenzheng/shared/forum/votes';
import type { Ack } from '@wenzheng/shared/wire/protocol';
import type { Findings } from '../findings';
import { staffKey, voteKey, type JournalWatch } from './journal-watch';
import { missed } from './stale-press';

interface Framed {
  readonly id: readonly [string, number];
  readonly command: { readonly type: CommandType };
}

/** The forum's names for devices, also after it has forgotten those of voters. */
export interface DeviceNames {
  asker(device: string): string;
  holder(device: string): string;
  voter(device: string): string;
  /** Of whoever holds `code`. */
  supporter(code: string): string;
}

/** Refusals of frames that are no command, and those after which a page sends the same again. */
const NOT_SETTLED = new Set(['malformed', 'forbidden', 'busy', 'unknown_outcome']);

const pressKey = (device: string, command: object): string =>
  `${device} ${JSON.stringify(command)}`;

export class AnswerWatch {
  readonly #findings: Findings;
  readonly #watch: JournalWatch;
  readonly #names: DeviceNames;
  /** Command → the device that was told no. */
  readonly #refused = new Map<string, string>();
  readonly #answers = new Map<string, string>();
  /** Device and what was pressed there → the ids under which the hub has settled it. */
  readonly #settled = new Map<string, Set<string>>();

  constructor(findings: Findings, watch: JournalWatch, names: DeviceNames) {
    this.#findings = findings;
    this.#watch = watch;
    this.#names = names;
  }

  /**
   * Devices that were told no before a second copy of the same frame came in late and was accepted;
   * refusals are not remembered.
   */
  refusedTooEarly(): ReadonlySet<string> {
    const done = [...this.#refused].filter(([key]) => this.#watch.effects.has(key));
    return new Set(done.map(([, device]) => device));
  }

  /** Under how many ids the hub has settled `command` of this device. */
  settled(device: string, command: object): number {
    return this.#settled.get(pressKey(device, command))?.size ?? 0;
  }

  /**
   * Called when the hub lets an answer out; the journal watch has seen what a crash now would leave. A hub
   * that is `misled` does not know the end of its own journal yet, and may refuse what is there.
   */
  take({ role, actor }: Identity, frame: unknown, ack: Ack, misled: boolean): void {
    if (!ack.ok && NOT_SETTLED.has(ack.code)) return;
    // What is accepted, or refused for what it is about, was well-formed.
    const { id, command } = frame as Framed;
    const pressed = pressKey(actor, command);
    this.#settled.set(pressed, (this.#settled.get(pressed) ?? new Set()).add(id.join('#')));
    if (!ack.ok && misled) return;
    const vote = isRecordedAsVote(command);
    const key = this.#keyOf({ role, actor }, id, command);
    if (!ack.ok) {
      this.#refused.set(key, actor);
      // A closed forum has forgotten who voted: it cannot tell a vote that comes again from a new one.
      const forgotten = ack.code === 'stale' || (vote && ack.code === 'forum.closed');
      const done = this.#watch.effects.has(key) && !forgotten;
      this.#findings.check(!done, () => `${key} was refused as ${ack.code} after it was done`);
      return;
    }
    this.#findings.check(
      this.#watch.effects.has(key),
      () => `${key} was acknowledged and is not durable`,
    );
    const before = this.#watch.before(key);
    const wrong = before && missed(command.type, command, before);
    this.#findings.check(!wrong, () => `${key}: ${wrong}`);
    const answer = JSON.stringify([
      ack.entry ?? null,
      ack.question?.id ?? null,
      ack.statement?.id ?? null,
    ]);
    const first = this.#answers.get(key) ?? answer;
    this.#answers.set(key, first);
    this.#findings.check(answer === first, () => `${key} was answered ${first}, then ${answer}`);
  }

  #keyOf(
    { role, actor }: Pick<Identity, 'role' | 'actor'>,
    [instance, counter]: Framed['id'],
    command: Framed['command'],
  ): string {
    const { asker, holder, voter, supporter } = this.#names;
    switch (command.type) {
      case 'supportQuestion':
      case 'answerStatement':
      case 'rateAnswer':
      case 'castBallot':
      case 'markUnclear':
        return voteKey(voter(actor), counter);
      case 'supportByCode':
      case 'castBallotByCode': {
        const { code } = command as CommandOf<'supportByCode' | 'castBallotByCode'>;
        return voteKey(voter(`${supporter(code)}:${instance}`), counter);
      }
      case 'presentCode': {
        const id = holder(actor);
        return staffKey({ role, id }, [holder(`${id}:${instance}`), counter]);
      }
      default:
        return staffKey({ role, id: role === 'audience' ? asker(actor) : actor }, [
          instance,
          counter,
        ]);
    }
  }
}
