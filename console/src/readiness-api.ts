/** Asks the hub to measure itself and its screens. */
import { readinessView, type ReadinessView } from '@wenzheng/shared/forum/readiness';
import { call, type Answer } from './hub-api';

export const measureReadiness = (forum: string): Promise<Answer<ReadinessView>> =>
  call('POST', `/api/forums/${encodeURIComponent(forum)}/readiness`, {}, readinessView);
