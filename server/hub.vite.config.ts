// Bundles the hub itself as CommonJS: only of scripts, not of modules, does Node 20 keep what V8 has compiled.
import { defineConfig } from 'vite';

export default defineConfig({
  ssr: { noExternal: true, external: ['better-sqlite3'] }, // as in vite.config.ts
  build: {
    ssr: true,
    target: 'node20',
    sourcemap: true,
    emptyOutDir: false,
    rolldownOptions: {
      input: { hub: 'src/hub-process.ts' },
      output: {
        format: 'cjs',
        strict: true, // as modules are
        entryFileNames: '[name].cjs',
        chunkFileNames: '[name]-[hash].cjs',
      },
    },
  },
});
