/** Which part of the console is open. It stands in the address, so that a reload comes back to it. */
import type { StaffRole } from '@wenzheng/shared/forum/access';

export type Workspace =
  | 'host'
  | 'polls'
  | 'setup'
  | 'picking'
  | 'moderation'
  | 'logging'
  | 'slips'
  | 'displays'
  | 'closing'
  | 'access'
  | 'readiness';

const HOST = [
  ...(['host', 'polls', 'picking', 'moderation', 'logging', 'slips'] as const),
  ...(['displays', 'closing', 'access', 'readiness'] as const),
] as const;
const OF_ROLE: Readonly<Record<StaffRole, readonly [Workspace, ...Workspace[]]>> = {
  admin: ['setup', ...HOST],
  host: HOST,
  moderator: ['moderation', 'slips'],
  volunteer: ['logging', 'slips'],
};

export class Workspaces {
  readonly all: readonly [Workspace, ...Workspace[]];
  #hash = $state(globalThis.location.hash);

  constructor(role: StaffRole) {
    this.all = OF_ROLE[role];
    globalThis.addEventListener('hashchange', () => {
      this.#hash = globalThis.location.hash;
    });
  }

  get open(): Workspace {
    const [part] = this.#hash.split('/');
    return this.all.find((each) => this.hrefOf(each) === part) ?? this.all[0];
  }

  /** What the address names inside the open part: the serial number off a slip's QR code, a poll. */
  get subject(): string | null {
    return this.#hash.split('/')[1] ?? null;
  }

  hrefOf(workspace: Workspace): string {
    return `#${workspace}`;
  }
  hrefTo(workspace: Workspace, subject: string): string {
    return `${this.hrefOf(workspace)}/${subject}`;
  }
}
