/**
 * The built screens, held in memory and compressed once at start: they are small, and every phone in the hall
 * asks for them at the same moment.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';

export interface Asset {
  readonly body: Buffer;
  /** Null where compressing gains nothing. */
  readonly gzip: Buffer | null;
  readonly type: string;
  readonly etag: string;
  readonly cache: string;
}

export interface Screens {
  /** The phone's page, whose marker takes the view; the kiosk's lies beside it. */
  readonly audiencePage: string;
  /** By path of the URL; pages of the other screens end in `/`. */
  readonly assets: ReadonlyMap<string, Asset>;
}

/** A folder of the build is not there; `folder` says which. */
export class ScreensMissing extends Error {
  readonly folder: string;
  constructor(folder: string) {
    super(`no screen in ${folder}`);
    this.folder = folder;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};
const COMPRESSIBLE = new Set(['.css', '.html', '.ico', '.js', '.json', '.mjs', '.svg', '.txt']);

/**
 * Reads `audience/dist`, `console/dist` and `display/dist` below `root`; compresses in threads of node's own.
 * Rejects with ScreensMissing.
 */
export async function loadScreens(root: string): Promise<Screens> {
  const folder = (screen: string) => path.join(root, screen, 'dist');
  const loaded = await Promise.all([
    loadFolder(folder('audience'), '/'),
    loadFolder(folder('console'), '/console/'),
    loadFolder(folder('display'), '/display/'),
  ]);
  const assets = new Map(loaded.flat());
  const page = assets.get('/');
  if (!page) throw new ScreensMissing(folder('audience'));
  assets.delete('/');
  return { audiencePage: page.body.toString('utf8'), assets };
}

async function loadFolder(folder: string, base: string): Promise<[url: string, asset: Asset][]> {
  const files = await listFiles(folder);
  if (!files.includes('index.html')) throw new ScreensMissing(folder);
  const served = files.filter((file) => !path.basename(file).startsWith('.'));
  return Promise.all(
    served.map(async (file) => [urlOf(file, base), await loadAsset(path.join(folder, file))]),
  );
}

async function listFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  } catch {
    throw new ScreensMissing(folder);
  }
}

/** A page is found by its folder. */
const urlOf = (file: string, base: string): string =>
  base + file.replaceAll(path.sep, '/').replace(/(^|\/)index\.html$/, '$1');

const compress = promisify(gzip);

async function loadAsset(file: string): Promise<Asset> {
  const extension = path.extname(file);
  const body = await readFile(file);
  return {
    body,
    gzip: COMPRESSIBLE.has(extension)
      ? await compress(body, { level: constants.Z_BEST_COMPRESSION })
      : null,
    type: TYPES[extension] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    cache: cacheOf(file),
  };
}

/** The build names what lies in `assets` by its content, so that it never changes. */
function cacheOf(file: string): string {
  if (path.extname(file) === '.html') return 'no-store';
  const hashed = path.basename(path.dirname(file)) === 'assets';
  return hashed ? 'public, max-age=31536000, immutable' : 'no-cache';
}
