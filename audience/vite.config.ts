// Builds what citizens open on their phones: old Androids and browsers inside messengers, so small and es2022.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { compactMessages } from './compact-messages.js';
import { leanPackages } from './lean-packages.js';

export default defineConfig({
  base: '/',
  plugins: [compactMessages(), leanPackages(), svelte()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0, // nothing inline: the hub's content security policy forbids it
    modulePreload: false, // what is loaded later imports nothing but the entry, which is there
    reportCompressedSize: false,
  },
});
