/** Begins and wipes rehearsals. */
import { rehearsalView, type RehearsalView } from '@wenzheng/shared/forum/rehearsal';
import { z } from 'zod';
import { call, nothing, type Answer } from './hub-api';

const begun = z.object({ forum: z.string() });
const current = z.object({ rehearsal: rehearsalView.nullable() });

export async function readRehearsal(): Promise<Answer<RehearsalView | null>> {
  const answer = await call('GET', '/api/rehearsal', null, current);
  return answer.ok ? { ok: true, value: answer.value.rehearsal } : answer;
}
export const beginRehearsal = (forum: string, people: number) =>
  call('POST', '/api/rehearsal', { forum, people }, begun);
export const wipeRehearsal = () => call('DELETE', '/api/rehearsal', null, nothing);
