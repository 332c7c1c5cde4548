/** What a hub that was never started before hands to the people who set it up. */
import type { Access } from './access';

export interface Welcome {
  readonly hostPin: string;
  readonly adminToken: string;
}

/** The host's PIN and a one-time link for the admin; null if this is not the first start. */
export async function welcome({ pins, links }: Access): Promise<Welcome | null> {
  if (pins.exist()) return null;
  const { token } = links.make({ role: 'admin', once: true });
  return { hostPin: await pins.make('host'), adminToken: token };
}
