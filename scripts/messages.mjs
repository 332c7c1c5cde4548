/**
 * Compiles the message catalogue when it has changed. The compiler reports success even when it could not load
 * its plugin and found no message at all, so the result is counted.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { onceAlone } from './alone.mjs';
import { node, ROOT, tool } from './run.mjs';
import { hashOf, readStamp, writeStamp } from './stamp.mjs';

const OUT = 'shared/src/paraglide';
const STAMP = `${OUT}/.stamp`;
const SETTINGS = 'shared/project.inlang/settings.json';
const SOURCES = [SETTINGS, 'shared/src/messages', 'scripts/messages.mjs', 'package-lock.json'];

export async function compileMessages() {
  const isCompiled = () => readStamp(STAMP) === hashOf(SOURCES);
  await onceAlone(isCompiled, async () => {
    const stamp = hashOf(SOURCES);
    await compile();
    checkNotEmpty();
    writeStamp(STAMP, stamp);
  });
}

async function compile() {
  const { ok, output } = await node([
    ...tool.paraglide,
    'compile',
    ...['--project', path.dirname(path.join(ROOT, SETTINGS))],
    ...['--outdir', path.join(ROOT, OUT)],
    ...['--strategy', 'localStorage', 'preferredLanguage', 'baseLocale'],
    ...['--output-structure', 'message-modules'],
    '--emit-ts-declarations',
    '--no-emit-readme',
  ]);
  if (!ok) throw new Error(`The messages do not compile:\n${output}`);
}

function checkNotEmpty() {
  const index = path.join(ROOT, OUT, 'messages/_index.js');
  const compiled = existsSync(index) ? readFileSync(index, 'utf8').match(/^export \*/gm) : null;
  if (compiled === null)
    throw new Error(`The compiled message catalogue is empty: check "modules" in ${SETTINGS}.`);
}
