/** People at a forum with the very code of the screens, who go on acting whatever happens to the hub. */
import type { Role, StaffRole } from '@wenzheng/shared/forum/access';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { ForumLink } from '@wenzheng/shared/live/forum-link';
import { socketTransport } from '@wenzheng/shared/live/socket-transport';
import { memoryStorage } from '@wenzheng/shared/live/storage';
import type { Ack, CommandId } from '@wenzheng/shared/wire/protocol';
import type { Dice } from '../support/dice';
import { newDevice, signIn, type HubProcess } from '../support/hub-process';

/** Where a person finds the hub; a wire may lie in between. */
export type Address = Pick<HubProcess, 'url'>;

/** A command and what became of it. */
export interface Sent {
  /** Null for votes, which the outbox numbers when it sends them. */
  readonly id: CommandId | null;
  readonly command: CommandInput;
  ack: Ack | null;
}

export class Person {
  readonly role: Role;
  readonly cookie: string;
  readonly link: ForumLink;
  readonly sent: Sent[] = [];
  readonly #instance: string;
  #commands = 0;

  constructor(hub: Address, role: Role, cookie: string, dice: Dice) {
    this.role = role;
    this.cookie = cookie;
    this.#instance = Buffer.from(dice.bytes(9)).toString('base64url');
    const client = role === 'audience' || role === 'display' ? role : 'console';
    this.link = new ForumLink({
      transport: socketTransport(hub.url, client, cookie === '' ? {} : { cookie }),
      storage: memoryStorage(),
      local: () => performance.now(),
      later: (ms, run) => void setTimeout(run, ms),
      instance: this.#instance,
      client,
      forum: null,
      first: null,
      changed: () => {},
    });
  }

  async submit(command: CommandInput): Promise<Ack> {
    const isVote = command.type === 'supportQuestion';
    const id: CommandId | null = isVote ? null : [this.#instance, (this.#commands += 1)];
    const sent: Sent = { id, command, ack: null };
    this.sent.push(sent);
    sent.ack = await this.link.submit(command);
    return sent.ack;
  }

  get accepted(): readonly Sent[] {
    return this.sent.filter(({ ack }) => ack?.ok === true);
  }
}

export async function staff(hub: HubProcess, role: StaffRole, dice: Dice): Promise<Person> {
  return new Person(hub, role, await signIn(hub, role), dice);
}

export async function phone(hub: HubProcess, dice: Dice): Promise<Person> {
  return new Person(hub, 'audience', await newDevice(hub), dice);
}

export const display = (hub: Address, dice: Dice): Person => new Person(hub, 'display', '', dice);
