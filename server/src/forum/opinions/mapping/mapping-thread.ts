/** Reckons a forum's map of opinion in a thread of its own, which lets all others go first. */
import { parentPort } from 'node:worker_threads';
import { giveWay } from '../../../ports/give-way';
import { Mapper } from './mapper';
import type { MappingTask } from './mapping';

giveWay();
const mapper = new Mapper();
parentPort?.on('message', ({ id, task }: { id: number; task: MappingTask }) =>
  parentPort?.postMessage({ id, answer: mapper.take(task) }),
);
