/**
 * What pdf.js looks up beside itself while it draws slides: its worker, maps of characters for fonts that a file names
 * without bringing them (Chinese ones often), and fonts in their place. They come from the hub like everything else.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Plugin } from 'vite';

const ROOT = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const FOLDERS = ['cmaps', 'standard_fonts', 'wasm'];
const WORKER = 'legacy/build/pdf.worker.min.mjs';

/** WebAssembly is not asked for: the hub's security policy forbids it. */
const isUsed = (name: string): boolean => !name.endsWith('.wasm');

export function pdfjsFiles(): Plugin {
  return {
    name: 'wenzheng:pdfjs-files',
    apply: 'build',
    generateBundle() {
      const emit = (fileName: string, file: string): void => {
        this.emitFile({ type: 'asset', fileName, source: readFileSync(path.join(ROOT, file)) });
      };
      emit('pdfjs/pdf.worker.min.mjs', WORKER);
      for (const folder of FOLDERS)
        for (const name of readdirSync(path.join(ROOT, folder)).filter(isUsed))
          emit(`pdfjs/${folder}/${name}`, `${folder}/${name}`);
    },
  };
}
