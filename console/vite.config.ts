// Builds the console of host and staff, served by the hub under /console/.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  base: '/console/',
  plugins: [svelte()],
  build: {
    target: 'es2020',
    assetsInlineLimit: 0, // nothing inline: the hub's content security policy forbids it
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 800, // pdf.js is one piece, fetched with the first slides
  },
});
