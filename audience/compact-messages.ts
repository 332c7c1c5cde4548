/**
 * The message catalogue for phones and kiosks. Paraglide's compiled messages carry three names and a locale strategy each,
 * 10 KB of the page; here every message becomes one function, made from the same files, and only those that are
 * used stay in the bundle. Checked and tested code sees Paraglide's own modules, whose interface is the same.
 */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const SHARED = new URL('../shared/', import.meta.url);
const IMPORT = /paraglide\/(messages|runtime)(?:\.js)?$/;

const read = (path: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(path, SHARED), 'utf8'));

/** Texts of one language that this workspace may show, by key. */
function catalogue(locale: string): [key: string, text: string][] {
  const areas = [
    'common',
    'audience',
    'kiosk',
    'admission',
    'picking',
    'moderation',
    'ratings',
    'polls',
    'ballots',
    'opinion-map',
    'safety',
    'floor',
    'glossary',
  ];
  return areas.flatMap((area) =>
    Object.entries(read(`src/messages/${locale}/${area}.json`)).flatMap(([key, text]) => {
      if (key === '$schema') return [];
      if (typeof text !== 'string' || text.includes('\\'))
        throw new Error(`${key}: phones take plain texts with {placeholders} only`);
      return [[key, text] as [string, string]];
    }),
  );
}

const literal = (text: string): string =>
  `\`${text.replace(/[`$]/g, '\\$&').replace(/\{(\w+)\}/g, '${i.$1}')}\``;

const ENGLISH = new Map(catalogue('en'));
const CHINESE = new Map(catalogue('zh-CN'));

/** One module a message, so that each lies in the chunk that shows it. */
function message(key: string): string {
  const chinese = CHINESE.get(key) ?? '';
  const english = ENGLISH.get(key) ?? chinese;
  return [
    "import { getLocale } from '\0runtime';",
    `export const ${key} = (i) => getLocale() === 'en' ? ${literal(english)} : ${literal(chinese)};`,
  ].join('\n');
}

const MODULES: Readonly<Record<string, () => string>> = {
  '\0messages': () => "export * as m from '\0every-message';",
  '\0every-message': () =>
    [...CHINESE.keys()].map((key) => `export { ${key} } from '\0message:${key}';`).join('\n'),
  '\0runtime': () =>
    'export let getLocale; export const overwriteGetLocale = (read) => { getLocale = read; };',
};

export function compactMessages(): Plugin {
  return {
    name: 'wenzheng:compact-messages',
    enforce: 'pre',
    // Without it a text of another area would be a warning here and an error on the phone.
    onLog(_, log) {
      if (log.code === 'IMPORT_IS_UNDEFINED') this.error(log);
    },
    resolveId: (source) => {
      if (source.startsWith('\0message:') || source in MODULES) return source;
      const name = IMPORT.exec(source)?.[1];
      return name === undefined ? null : `\0${name}`;
    },
    load: (id) =>
      id.startsWith('\0message:')
        ? { code: message(id.slice('\0message:'.length)), moduleSideEffects: false }
        : (MODULES[id]?.() ?? null),
  };
}
