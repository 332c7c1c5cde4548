/** Bundles a TypeScript program of the tests with the code it exercises and runs it, arguments passed on. */
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { build } from './build.mjs';
import { main, ROOT } from './run.mjs';

/** `built`: the program needs the hub and the screens built. */
export async function runBundled(name, { built }) {
  await main(async () => {
    if (built) await build();
    const outDir = path.join(ROOT, 'tests/dist', name);
    await bundle(path.join(ROOT, 'tests', name, 'main.ts'), outDir);
    const program = path.join(outDir, 'main.js');
    const { status } = spawnSync(process.execPath, [program, ...process.argv.slice(2)], {
      stdio: 'inherit',
    });
    process.exit(status ?? 1);
  });
}

/** Bundles `entry` for node into `outDir`, under its own name. */
export async function bundle(entry, outDir) {
  const { build: viteBuild } = await import('vite');
  const { svelte } = await import('@sveltejs/vite-plugin-svelte');
  await viteBuild({
    root: path.join(ROOT, 'tests'),
    configFile: false,
    logLevel: 'warn',
    plugins: [svelte({ configFile: false })],
    // chinese-days is CommonJS with exports that node cannot name, as in server/vite.config.ts
    ssr: { noExternal: [/^@wenzheng\//, 'chinese-days'] },
    build: { ssr: entry, outDir, target: 'node20', sourcemap: true, emptyOutDir: true },
  });
}
