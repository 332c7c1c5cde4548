// Everything that runs without a browser. Node stays Node, but Svelte is the one of the browser, so that state and
// effects of the screens work.
import { createRequire } from 'node:module';
import path from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './support/longest-first';

const svelteSource = path.join(
  path.dirname(createRequire(import.meta.url).resolve('svelte/package.json')),
  'src',
);

export default defineConfig({
  root: import.meta.dirname,
  plugins: [svelte({ configFile: false, dynamicCompileOptions: () => ({ generate: 'client' }) })],
  resolve: {
    alias: [
      { find: /^svelte$/, replacement: `${svelteSource}/index-client.js` },
      { find: /^svelte\/(reactivity|store)$/, replacement: `${svelteSource}/$1/index-client.js` },
    ],
  },
  test: {
    include: ['{unit,integration,simulation,faults}/**/*.test.ts'],
    // The same sources serve unit tests, faults and the simulation, each run by a vitest of its own.
    experimental: { fsModuleCache: true },
    pool: 'forks',
    // Many tests wait for a hub or a clock; left to itself, vitest leaves a core free.
    maxWorkers: 3,
    // Tests make much that is soon forgotten; with V8's own small nursery a seventh of their time is collecting it.
    execArgv: ['--max-semi-space-size=64'],
    // Loading the modules anew for each of a hundred files takes longer than their tests.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    setupFiles: ['support/leave-nothing.ts'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // chinese-days makes its calendar out as it is read, which a test does in other time zones.
    server: { deps: { inline: [/\/node_modules\/(svelte|chinese-days)\//] } },
    // Where two run at once, each has a report of its own.
    reporters: [
      'default',
      ['json', { outputFile: process.env['WENZHENG_REPORT'] ?? 'output/vitest.json' }],
    ],
  },
});
