/** Phones in a crowd share one access point: what they load must stay tiny. Fails when it has grown too large. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from './run.mjs';

const LIMIT = 45 * 1024;
const DIST = path.join(ROOT, 'audience/dist');

const sizes = readdirSync(DIST, { recursive: true })
  .filter((file) => /\.(?:js|css|html)$/.test(file))
  .map((file) => ({ file, bytes: gzipSync(readFileSync(path.join(DIST, file))).length }));
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);

for (const { file, bytes } of sizes) console.log(`${String(bytes).padStart(8)}  ${file}`);
console.log(`${String(total).padStart(8)}  of ${LIMIT} bytes, compressed`);
if (sizes.length === 0 || total > LIMIT) process.exit(1);
