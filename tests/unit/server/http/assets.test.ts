import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { loadScreens, ScreensMissing } from '@wenzheng/server/src/http/assets';
import { describe, expect, test } from 'vitest';
import { compressTexts } from '../../../../scripts/compress.mjs';
import { temporaryFolder } from '../../../support/test-app';

function builtScreens(screens: string[]): string {
  const root = temporaryFolder();
  for (const screen of screens) {
    const dist = path.join(root, screen, 'dist');
    mkdirSync(path.join(dist, 'assets'), { recursive: true });
    writeFileSync(path.join(dist, 'index.html'), `<p>${screen}</p>`);
    writeFileSync(path.join(dist, '.stamp'), 'x');
    writeFileSync(path.join(dist, 'assets/index-Ab1.js'), 'const x = 1;'.repeat(100));
    writeFileSync(path.join(dist, 'assets/font-Cd2.woff2'), 'font');
    writeFileSync(path.join(dist, 'icon.svg'), '<svg/>');
    compressTexts(dist);
  }
  return root;
}

describe('the screens', () => {
  test('are served where the build expects them', () => {
    const { audiencePage, assets } = loadScreens(builtScreens(['audience', 'console', 'display']));
    expect(audiencePage).toBe('<p>audience</p>');
    expect([...assets.keys()].sort()).toEqual([
      '/assets/font-Cd2.woff2',
      '/assets/index-Ab1.js',
      '/console/',
      '/console/assets/font-Cd2.woff2',
      '/console/assets/index-Ab1.js',
      '/console/icon.svg',
      '/display/',
      '/display/assets/font-Cd2.woff2',
      '/display/assets/index-Ab1.js',
      '/display/icon.svg',
      '/icon.svg',
    ]);
  });

  test('have a page in each folder that holds one', () => {
    const root = builtScreens(['audience', 'console', 'display']);
    mkdirSync(path.join(root, 'audience/dist/kiosk'));
    writeFileSync(path.join(root, 'audience/dist/kiosk/index.html'), '<p>kiosk</p>');
    const { assets } = loadScreens(root);
    const kiosk = assets.get('/kiosk/');
    expect([kiosk?.body.toString(), kiosk?.cache]).toEqual(['<p>kiosk</p>', 'no-store']);
  });

  test('keep for ever only what is named by its content', () => {
    const { assets } = loadScreens(builtScreens(['audience', 'console', 'display']));
    expect(assets.get('/assets/index-Ab1.js')?.cache).toContain('immutable');
    expect(assets.get('/icon.svg')?.cache).toBe('no-cache');
    expect(assets.get('/console/')?.cache).toBe('no-store');
  });

  test('are compressed where that helps', () => {
    const { assets } = loadScreens(builtScreens(['audience', 'console', 'display']));
    const script = assets.get('/assets/index-Ab1.js');
    expect(script?.gzip && gunzipSync(script.gzip).equals(script.body)).toBe(true);
    expect(assets.get('/assets/font-Cd2.woff2')?.gzip).toBeNull();
  });

  test('say which is not built', () => {
    const root = builtScreens(['audience', 'console']);
    expect(() => loadScreens(root)).toThrow(ScreensMissing);
    expect(() => loadScreens(root)).toThrow(path.join(root, 'display', 'dist'));
  });
});
