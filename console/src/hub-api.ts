/** The hub's HTTP side: signing in, which forums there are, making one. */
import { z } from 'zod';
import { signInRoleSchema } from '@wenzheng/shared/forum/access';

const session = z.object({ role: signInRoleSchema });
/** Null: nobody is signed in here. */
const whoAmI = session.nullable();
const listedForum = z.object({
  id: z.string(),
  title: z.string(),
  startsAt: z.number(),
  closedAt: z.number().nullable(),
  live: z.boolean(),
});
const hub = z.object({ forums: z.array(listedForum), live: z.string().nullable() });
const made = z.object({ id: z.string() });
const failure = z.object({
  code: z.string(),
  seconds: z.number().optional(),
  field: z.string().optional(),
  problem: z.string().optional(),
});
/** For what is answered without a body. */
export const nothing = z.unknown();

/** A forum of the hub, as those who choose one need it. */
export type ListedForum = z.infer<typeof listedForum>;

export interface Failed {
  readonly ok: false;
  /** HTTP status; 0 when the hub could not be reached. */
  readonly status: number;
  readonly code: string | null;
  /** How long to wait, if the hub says so. */
  readonly seconds: number | null;
  /** What is not well-formed, and why; empty if the hub does not say. */
  readonly field: string;
  readonly problem: string;
}
export type Answer<T> = { readonly ok: true; readonly value: T } | Failed;

const unreachable: Failed = {
  ...{ ok: false, status: 0, code: null, seconds: null },
  ...{ field: '', problem: '' },
};

export async function call<T>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body: object | null,
  schema: z.ZodType<T>,
): Promise<Answer<T>> {
  try {
    const response = await fetch(path, {
      method,
      credentials: 'same-origin',
      ...(body
        ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
        : {}),
    });
    const text = await response.text();
    const json: unknown = text === '' ? null : JSON.parse(text);
    if (response.ok) return { ok: true, value: schema.parse(json) };
    const said = failure.safeParse(json).data;
    return {
      ok: false,
      status: response.status,
      code: said?.code ?? null,
      seconds: said?.seconds ?? null,
      ...{ field: said?.field ?? '', problem: said?.problem ?? '' },
    };
  } catch {
    return unreachable;
  }
}

export const readSession = () => call('GET', '/api/session', null, whoAmI);
export const signIn = (pin: string) => call('POST', '/api/session', { pin }, session);
export const signOut = () => call('DELETE', '/api/session', null, nothing);
export const readHub = () => call('GET', '/api/hub', null, hub);
export const makeBuiltInForum = (locale: string) =>
  call('POST', '/api/forums', { template: 'built-in', locale }, made);
/** Makes a forum with the same set-up as `forum`. */
export const copyForum = (forum: string) =>
  call('POST', '/api/forums', { template: 'copy', forum }, made);
/** Makes a forum from a file, as JSON. */
export const importForum = (file: unknown) =>
  call('POST', '/api/forums', { template: 'file', file }, made);
export const forumFileAddress = (forum: string): string =>
  `/api/forums/${encodeURIComponent(forum)}/file`;
/** Sets what screens and phones show: this forum, or (when it is taken off) none. */
export const setLive = (forum: string, live: boolean) =>
  call('PUT', `/api/forums/${encodeURIComponent(forum)}/live`, { live }, nothing);
