/** Which part of the console is open. It stands in the address, so that a reload comes back to it. */
import type { StaffRole } from '@wenzheng/shared/forum/access';

export type Workspace = 'host' | 'setup' | 'moderation' | 'logging' | 'closing' | 'access';

const OF_ROLE: Readonly<Record<StaffRole, readonly [Workspace, ...Workspace[]]>> = {
  admin: ['setup', 'host', 'moderation', 'logging', 'closing', 'access'],
  host: ['host', 'moderation', 'logging', 'closing', 'access'],
  moderator: ['moderation'],
  volunteer: ['logging'],
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
    return this.all.find((each) => this.hrefOf(each) === this.#hash) ?? this.all[0];
  }

  hrefOf(workspace: Workspace): string {
    return `#${workspace}`;
  }
}
