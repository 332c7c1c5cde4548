import { readdirSync, readFileSync } from 'node:fs';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { describe, expect, test } from 'vitest';

type Message = string | [{ declarations?: string[]; match: Record<string, string> }];

const SHARED = new URL('../../shared/', import.meta.url);
const LOCALES = ['zh-CN', 'en'] as const;
const PATTERNS = readPatterns();
/** All code that may say a message. */
const SOURCES = ['audience', 'console', 'display', 'server', 'shared'].flatMap(readSources);
const CATALOGUES = { 'zh-CN': readCatalogue('zh-CN'), en: readCatalogue('en') };

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, SHARED), 'utf8'));
}

function readSources(workspace: string): string[] {
  const folder = new URL(`../${workspace}/src/`, SHARED);
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => /\.(ts|svelte)$/.test(file) && !file.startsWith('paraglide'))
    .map((file) => readFileSync(new URL(file, folder), 'utf8'));
}

function readPatterns(): string[] {
  const settings = readJson('project.inlang/settings.json') as {
    'plugin.inlang.messageFormat': { pathPattern: string | string[] };
  };
  return [settings['plugin.inlang.messageFormat'].pathPattern].flat();
}

/** All messages of a language, in the order of its files; a key that stands in two files comes twice. */
function readCatalogue(locale: string): [key: string, message: Message][] {
  return PATTERNS.flatMap((pattern) =>
    Object.entries(readJson(pattern.replace('{locale}', locale)) as Record<string, Message>),
  ).filter(([key]) => key !== '$schema');
}

const keysOf = (locale: (typeof LOCALES)[number]) => CATALOGUES[locale].map(([key]) => key).sort();

const textsOf = (message: Message) =>
  typeof message === 'string' ? [message] : Object.values(message[0].match);

/** What a caller has to pass: inputs that are declared, and placeholders that no declaration derives. */
function inputsOf(message: Message): string[] {
  const declared = typeof message === 'string' ? [] : (message[0].declarations ?? []);
  const named = (kind: string) =>
    declared.flatMap((each) => new RegExp(`^${kind}\\s+(\\w+)`).exec(each)?.[1] ?? []);
  const used = textsOf(message).flatMap((text) =>
    [...text.matchAll(/(?<!\\)\{(\w+)\}/g)].map((found) => found[1] ?? ''),
  );
  const inputs = new Set([...named('input'), ...used]);
  return [...inputs].filter((name) => !named('local').includes(name)).sort();
}

describe('the message catalogue', () => {
  test('is not empty', () => {
    expect(CATALOGUES['zh-CN'].length).toBeGreaterThan(0);
  });

  test('is made of every file there is, and only of those', () => {
    const files = readdirSync(new URL('src/messages/', SHARED), { recursive: true })
      .map((file) => `./src/messages/${String(file)}`)
      .filter((file) => file.endsWith('.json'));
    const named = LOCALES.flatMap((locale) =>
      PATTERNS.map((pattern) => pattern.replace('{locale}', locale)),
    );
    expect(files.sort()).toEqual(named.sort());
  });

  test.each(LOCALES)('names no message twice in %s', (locale) => {
    expect(keysOf(locale)).toEqual([...new Set(keysOf(locale))]);
  });

  test('has the same messages in both languages', () => {
    expect(keysOf('en')).toEqual(keysOf('zh-CN'));
  });

  test('takes the same inputs in both languages', () => {
    const inputs = (locale: (typeof LOCALES)[number]) =>
      Object.fromEntries(CATALOGUES[locale].map(([key, message]) => [key, inputsOf(message)]));
    expect(inputs('en')).toEqual(inputs('zh-CN'));
  });

  test.each(LOCALES)('has no empty text in %s', (locale) => {
    const empty = CATALOGUES[locale].filter(([, message]) =>
      textsOf(message).some((text) => text.trim() === ''),
    );
    expect(empty).toEqual([]);
  });

  test('says nothing that no screen says', () => {
    const said = new Set(SOURCES.flatMap((source) => source.match(/\w+/g) ?? []));
    expect(keysOf('zh-CN').filter((key) => !said.has(key))).toEqual([]);
  });

  test('is compiled completely', () => {
    expect(keysOf('zh-CN').filter((key) => !(key in m))).toEqual([]);
  });
});
