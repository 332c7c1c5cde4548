/** Reckons a forum's map of opinion in a thread of its own, which lets all others go first. */
import { parentPort } from 'node:worker_threads';
import { giveWay } from '../../../ports/give-way';
import { Mapper } from './mapper';
import type { MappingTask } from './mapping-worker';

giveWay();
const mapper = new Mapper();
parentPort?.on('message', ({ id, task }: { id: number; task: MappingTask }) => {
  if (task.kind === 'rows') mapper.tell(task.rows);
  else parentPort?.postMessage({ id, answer: mapper.map(task.wish) });
});
