/**
 * Lays a compressed copy beside each text of a built screen that it makes smaller, once for all starts of the hub:
 * compressing them takes as long as starting does.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { constants, gzipSync } from 'node:zlib';

export const COMPRESSED = '.gz';
export const COMPRESSION = { level: constants.Z_BEST_COMPRESSION };
const COMPRESSIBLE = new Set(['.css', '.html', '.ico', '.js', '.json', '.mjs', '.svg', '.txt']);

/** `index.js` → `index.js.gz` and so on, everywhere in `folder`. */
export function compressTexts(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !COMPRESSIBLE.has(path.extname(entry.name))) continue;
    const file = path.join(entry.parentPath, entry.name);
    const text = readFileSync(file);
    const compressed = gzipSync(text, COMPRESSION);
    if (compressed.length < text.length) writeFileSync(file + COMPRESSED, compressed);
  }
}
