/** `node scripts/host-guide-pictures.mjs`: walks docs/host-guide.md in both languages and takes its pictures anew. */
import { build } from './build.mjs';
import { prepareSources } from './prepare.mjs';
import { main, node, tool } from './run.mjs';

await main(async () => {
  await prepareSources();
  await build();
  const walk = ['test', '--config', 'tests/playwright.config.ts', 'host-guide'];
  const env = { WENZHENG_FULL: '1', WENZHENG_GUIDE_PICTURES: '1' };
  const { ok } = await node([...tool.playwright, ...walk], { env, live: true });
  if (!ok) throw new Error('the guide could not be walked');
});
