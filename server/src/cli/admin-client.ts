/** Asks the running hub through its admin socket. */
import { request } from 'node:http';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { z } from 'zod';
import { bilingual } from '../terminal/bilingual';
import { BACKUP_PROBLEMS, BackupFailed } from '../journal/backup-failed';
import { adminRequests, type Admin, type AdminPath } from './admin';
import { findAdminAddress } from './admin-address';

/** Nobody listens: no hub runs on this data. */
export class NoHub extends Error {}

/** The hub was reached but did not do it; `message` is for the person who asked. */
export class AdminRefusal extends Error {}

const refusal = z.object({ code: z.string() });
const systemError = z.object({ code: z.string() });

const backupRefusal = z.object({ code: z.enum(BACKUP_PROBLEMS), file: z.string() });

/** Errors: NoHub, AdminRefusal, BackupFailed. */
export function remoteAdmin(data: string): Admin {
  const address = findAdminAddress(data);
  return {
    access: async (link) =>
      adminRequests['/access'].answer.parse(await ask(address, '/access', link)).url,
    seed: async (locale) =>
      adminRequests['/seed'].answer.parse(await ask(address, '/seed', { locale })),
    backup: async (wish) =>
      adminRequests['/backup'].answer.parse(await ask(address, '/backup', wish)),
  };
}

async function ask(address: string, path: AdminPath, body: object): Promise<unknown> {
  const { status, text } = await post(address, path, JSON.stringify(body));
  const json: unknown = JSON.parse(text);
  if (status === 200) return json;
  const failed = backupRefusal.safeParse(json).data;
  if (failed) throw new BackupFailed(failed.code, failed.file, null);
  const problem = refusal.safeParse(json).data?.code ?? String(status);
  throw new AdminRefusal(bilingual(m.hub_problem_admin, { problem }));
}

function post(socketPath: string, path: string, body: string) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const sent = request({ socketPath, path, method: 'POST' }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => (text += String(chunk)));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      response.on('error', reject);
    });
    sent.on('error', (error) => reject(isNobody(error) ? new NoHub() : error));
    sent.end(body);
  });
}

const isNobody = (error: unknown): boolean =>
  ['ENOENT', 'ECONNREFUSED'].includes(systemError.safeParse(error).data?.code ?? '');
