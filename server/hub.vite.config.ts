// Bundles the hub's process as CommonJS: of scripts, not of modules, Node 20 lets us keep what V8 has compiled. What it
// depends on goes into the bundle as well, but for SQLite, which is compiled: finding hundreds of small files would
// double the time of a start. It lies beside its threads, flat in dist: see vite.config.ts.
import { defineConfig } from 'vite';

export default defineConfig({
  ssr: { noExternal: true, external: ['better-sqlite3'] },
  build: {
    ssr: true,
    target: 'node20',
    sourcemap: true,
    rolldownOptions: {
      input: { hub: 'src/hub-process.ts' },
      output: {
        format: 'cjs',
        strict: true, // as modules are
        entryFileNames: '[name].cjs',
        codeSplitting: false, // a part that needed the rest would run it again: `require` does not know it
      },
    },
  },
});
