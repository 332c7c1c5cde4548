/** What the one who owns the machine may ask for, with or without a running hub. */
import path from 'node:path';
import type { Role } from '@wenzheng/shared/forum/access';
import { signInRoleSchema } from '@wenzheng/shared/forum/access';
import { z } from 'zod';
import type { Access, NewLink } from '../forum/access';
import { enterUrl } from '../http/enter-routes';
import { FORUM_LOCALES, type ForumLocale, type HubPort } from '../http/hub-port';
import type { BackupMade, BackupTask } from '../journal/backup';

export type BackupWish = Pick<BackupTask, 'target' | 'replace'>;

export interface Seeded {
  /** Its id. */
  readonly forum: string;
  readonly live: boolean;
}

export interface Admin {
  /** Address of a new sign-in link. */
  access(link: NewLink): Promise<string>;
  /** Makes the built-in forum and has it alone live, unless that would take the hall away from one under way. */
  seed(locale: ForumLocale): Promise<Seeded>;
  /** Takes a backup. Rejects with BackupFailed. */
  backup(wish: BackupWish): Promise<BackupMade>;
}

/** The same over the admin socket: a path each, its request and its answer. */
export const adminRequests = {
  '/access': {
    request: z.strictObject({ role: signInRoleSchema, once: z.boolean() }),
    answer: z.strictObject({ url: z.string() }),
  },
  '/seed': {
    request: z.strictObject({ locale: z.enum(FORUM_LOCALES) }),
    answer: z.strictObject({ forum: z.string(), live: z.boolean() }),
  },
  '/backup': {
    request: z.strictObject({ target: z.string().refine(path.isAbsolute), replace: z.boolean() }),
    answer: z.strictObject({
      target: z.string(),
      keys: z.string(),
      media: z.number(),
      forums: z.number(),
      entries: z.number(),
      bytes: z.number(),
    }),
  },
} as const;
export type AdminPath = keyof typeof adminRequests;

const LOCAL: { readonly role: Role; readonly id: string } = { role: 'admin', id: 'local' };

/** `hub` is only asked for when it is needed, as reading whole forums takes time. */
export const localAdmin = (
  access: Access,
  hub: () => Promise<Pick<HubPort, 'createForum' | 'setOnlyLive' | 'underWay'>>,
  publicUrl: () => string,
  backup: Admin['backup'],
): Admin => ({
  access: async (link) => enterUrl(publicUrl(), access.links.make(link).token),
  seed: async (locale) => {
    const opened = await hub();
    const forum = await opened.createForum(locale, LOCAL);
    const live = !opened.underWay();
    if (live) opened.setOnlyLive(forum);
    return { forum, live };
  },
  backup,
});
