/**
 * Runs a bundle of CommonJS by the code that V8 made of it in an earlier run and that lies beside it: to read and
 * compile four megabytes anew is a third of a hub's start. Of V8's code cache see `vm.Script` of Node's documentation.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cachedDataVersionTag } from 'node:v8';
import { constants, Script } from 'node:vm';
import { draftOf } from './journal/durable-files';

/** Of SHA-256. */
const DIGEST_BYTES = 32;

export interface Run {
  readonly exports: object;
  /**
   * Keeps what has been compiled by the time of the call, for the next run. Never fails: where nothing can be written,
   * starts stay slow. Null where the bundle ran by what was kept before.
   */
  readonly keep: (() => Promise<void>) | null;
}

/** Runs the bundle in this context. Errors: what the system says of its file, and what it throws. */
export function runBundle(bundle: URL): Run {
  const filename = fileURLToPath(bundle);
  const source = readFileSync(filename);
  // V8 takes no code that another V8 made, or one with other flags.
  const compiled = `${filename}.${cachedDataVersionTag().toString(16)}.compiled`;
  const cachedData = readCompiled(compiled, source);
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname) {${source.toString()}\n})`,
    {
      filename,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      ...(cachedData && { cachedData }),
    },
  );
  const module = { exports: {} };
  const body = script.runInThisContext() as (...scope: unknown[]) => void;
  const require = createRequire(filename);
  body(module.exports, require, module, filename, path.dirname(filename));
  const isUsed = script.cachedDataRejected === false;
  return { exports: module.exports, keep: isUsed ? null : () => keep(compiled, source, script) };
}

/** Null where there is none, or not of this source, or not as it was written: V8 itself looks at little more than lengths. */
function readCompiled(file: string, source: Buffer): Buffer | null {
  let kept: Buffer;
  try {
    kept = readFileSync(file);
  } catch {
    return null;
  }
  const [digest, code] = [kept.subarray(0, DIGEST_BYTES), kept.subarray(DIGEST_BYTES)];
  return digest.equals(digestOf(source, code)) ? code : null;
}

async function keep(file: string, source: Buffer, script: Script): Promise<void> {
  const draft = draftOf(file);
  try {
    const handle = await open(draft, 'w');
    try {
      const code = script.createCachedData();
      await handle.writeFile(Buffer.concat([digestOf(source, code), code]));
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch {
    await rm(draft, { force: true }).catch(() => undefined);
  }
}

const digestOf = (source: Buffer, code: Buffer): Buffer =>
  createHash('sha256').update(source).update(code).digest();
