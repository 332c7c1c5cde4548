// Bundles the hub for production: Node 20 does not strip types. Only our own packages go into the bundle.
import { defineConfig } from 'vite';

export default defineConfig({
  ssr: { noExternal: [/^@wenzheng\//, 'chinese-days'] },
  build: {
    ssr: true,
    target: 'node20',
    sourcemap: true,
    rolldownOptions: {
      input: {
        main: 'src/main.ts',
        cli: 'src/cli/cli.ts',
        'backup-worker': 'src/journal/backup-worker.ts',
        'snapshot-worker': 'src/journal/snapshot-worker.ts',
      },
      // Everything lies flat in dist, so that a path beside `import.meta.url` means the same in every file.
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
