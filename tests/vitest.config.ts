// Everything that runs without a browser. Runes are compiled as for a browser, so that effects and state work.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [svelte()],
  test: {
    include: ['{unit,integration,simulation,faults}/**/*.test.ts'],
    pool: 'forks',
    testTimeout: 20_000,
    hookTimeout: 20_000,
    reporters: ['default', ['json', { outputFile: 'output/vitest.json' }]],
  },
});
