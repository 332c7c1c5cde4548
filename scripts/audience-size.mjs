/**
 * What a phone loads to show the current question: the page and all it asks for at once, compressed.
 * Phones in a crowd share one access point, so it must stay small; run by itself it fails when it is not.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { COMPRESSION } from './compress.mjs';
import { isMain, ROOT } from './run.mjs';

const LIMIT = 45 * 1024;
const DIST = path.join(ROOT, 'audience/dist');
const LINKED = /(?:src|href)="(\/[^"]+\.(?:js|css))"/g;
/** Imports that run before the page's own code does. */
const IMPORTED = /(?:import|from)\s*["'](\.[^"']+\.js)["']/g;

const read = (file) => readFileSync(path.join(DIST, file));

function collect(file, files) {
  if (files.has(file)) return;
  files.add(file);
  if (!file.endsWith('.js')) return;
  for (const [, imported] of read(file).toString('utf8').matchAll(IMPORTED)) {
    collect(path.posix.join(path.posix.dirname(file), imported), files);
  }
}

/** Compressed bytes of each file, by its path in the build. */
export function audienceSizes() {
  const files = new Set(['/index.html']);
  for (const [, file] of read('/index.html').toString('utf8').matchAll(LINKED))
    collect(file, files);
  return [...files].map((file) => ({ file, bytes: gzipSync(read(file), COMPRESSION).length }));
}

if (isMain(import.meta.url)) {
  const sizes = audienceSizes();
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { file, bytes } of sizes) console.log(`${String(bytes).padStart(8)}  ${file}`);
  console.log(`${String(total).padStart(8)}  of ${LIMIT} bytes, compressed`);
  if (sizes.length < 2 || total > LIMIT) process.exit(1);
}
