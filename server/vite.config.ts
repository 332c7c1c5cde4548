// Bundles what runs beside the hub's process: its threads, and the commands. The process itself: hub.vite.config.ts.
import { defineConfig } from 'vite';

export default defineConfig({
  ssr: { noExternal: true, external: ['better-sqlite3'] }, // as of the hub
  build: {
    ssr: true,
    target: 'node20',
    sourcemap: true,
    emptyOutDir: false,
    rolldownOptions: {
      input: {
        main: 'src/main.ts',
        cli: 'src/cli/cli.ts',
        'pdf-thread': 'src/media/pdf-thread.ts',
        'backup-worker': 'src/journal/backup-worker.ts',
        'crowd-thread': 'src/rehearsal/crowd-thread.ts',
        'mapping-thread': 'src/forum/opinions/mapping/mapping-thread.ts',
        'inspection-worker': 'src/journal/inspection-worker.ts',
        'read-ahead-worker': 'src/journal/read-ahead-worker.ts',
        'reading-thread': 'src/forum/questions/reading/reading-thread.ts',
        'self-check-worker': 'src/journal/self-check-worker.ts',
        'snapshot-worker': 'src/journal/snapshot-worker.ts',
      },
      // Everything lies flat in dist, so that a path beside `import.meta.url` means the same in every file.
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
