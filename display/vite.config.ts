// Builds the big screen, served by the hub under /display/.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { pdfjsFiles } from './pdfjs-files.js';

export default defineConfig({
  base: '/display/',
  plugins: [svelte(), pdfjsFiles()],
  build: {
    target: 'es2020',
    assetsInlineLimit: 0, // nothing inline: the hub's content security policy forbids it
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 800, // pdf.js is one piece, fetched with the first slides
  },
});
