// Builds what citizens open on their phones: old Androids and browsers inside messengers, so small and es2020.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  base: '/',
  plugins: [svelte()],
  build: {
    target: 'es2020',
    assetsInlineLimit: 0, // nothing inline: the hub's content security policy forbids it
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
