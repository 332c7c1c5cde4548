/**
 * The built screens, held in memory: they are small, and every phone in the hall asks for them at the same moment.
 * The build has laid a compressed copy beside what compressing makes smaller.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

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
const COMPRESSED = '.gz';

/** Reads `audience/dist`, `console/dist` and `display/dist` below `root`. Throws ScreensMissing. */
export function loadScreens(root: string): Screens {
  const folder = (screen: string) => path.join(root, screen, 'dist');
  const assets = new Map([
    ...loadFolder(folder('audience'), '/'),
    ...loadFolder(folder('console'), '/console/'),
    ...loadFolder(folder('display'), '/display/'),
  ]);
  const page = assets.get('/');
  if (!page) throw new ScreensMissing(folder('audience'));
  assets.delete('/');
  return { audiencePage: page.body.toString('utf8'), assets };
}

function loadFolder(folder: string, base: string): [url: string, asset: Asset][] {
  const files = new Set(listFiles(folder));
  if (!files.has('index.html')) throw new ScreensMissing(folder);
  const served = [...files].filter(
    (file) => !path.basename(file).startsWith('.') && !file.endsWith(COMPRESSED),
  );
  return served.map((file) => [
    urlOf(file, base),
    loadAsset(path.join(folder, file), files.has(file + COMPRESSED)),
  ]);
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  } catch {
    throw new ScreensMissing(folder);
  }
}

/** A page is found by its folder. */
const urlOf = (file: string, base: string): string =>
  base + file.replaceAll(path.sep, '/').replace(/(^|\/)index\.html$/, '$1');

function loadAsset(file: string, hasCompressed: boolean): Asset {
  const body = readFileSync(file);
  return {
    body,
    gzip: hasCompressed ? readFileSync(file + COMPRESSED) : null,
    type: TYPES[path.extname(file)] ?? 'application/octet-stream',
    etag: `"${isNamedByContent(file) ? path.basename(file) : digestOf(body)}"`,
    cache: cacheOf(file),
  };
}

const digestOf = (body: Buffer): string =>
  createHash('sha256').update(body).digest('base64url').slice(0, 22);

/** The build names what lies in `assets` by its content, so that it never changes. */
const isNamedByContent = (file: string): boolean => path.basename(path.dirname(file)) === 'assets';

function cacheOf(file: string): string {
  if (path.extname(file) === '.html') return 'no-store';
  return isNamedByContent(file) ? 'public, max-age=31536000, immutable' : 'no-cache';
}
