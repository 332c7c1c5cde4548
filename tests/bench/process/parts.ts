/** The parts by name. */
import { PhoneCrowd } from '../load/crowd';
import { BareSocketIo } from './bare-socket-io';
import { BareWs } from './bare-ws';
import { Part, serve } from './part';

const parts = {
  crowd: () => new PhoneCrowd(),
  'bare-ws': () => new BareWs(),
  'bare-socket-io': () => new BareSocketIo(),
} as const;
type PartName = keyof typeof parts;

const isPart = (name: string): name is PartName => name in parts;

export function servePart(name: string): void {
  if (!isPart(name)) throw new Error(`no part ${name}`);
  serve(parts[name]());
}

/** A part is this same program started with its name. */
export const startPart = <N extends PartName>(name: N): Part<ReturnType<(typeof parts)[N]>> =>
  new Part(name, process.argv[1] ?? '');
