// Builds the kiosk's page beside the phones': a bundle of its own, so that neither carries the other.
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { compactMessages } from './compact-messages.js';
import { leanPackages } from './lean-packages.js';

export default defineConfig({
  root: fileURLToPath(new URL('./kiosk/', import.meta.url)),
  base: '/kiosk/',
  plugins: [compactMessages(), leanPackages(), svelte()],
  build: {
    outDir: '../dist/kiosk',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0, // nothing inline: the hub's content security policy forbids it
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
