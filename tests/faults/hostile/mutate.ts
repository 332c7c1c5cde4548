/** Makes something wrong of something right: of JSON values by structure, of bytes by position. */
import type { Dice } from '../../support/dice';

const NUMBERS: readonly unknown[] = [
  0,
  -0,
  -1,
  1.5,
  2 ** 31,
  2 ** 53,
  2 ** 53 + 2,
  -(2 ** 53),
  1e308,
  -1e308,
  5e-324,
  null,
];
const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'toJSON',
  'then',
  'length',
  '',
  ' ',
  '0',
  '\u0000',
  '\ud800',
  'type',
  'id',
  'ok',
  '_placeholder',
];
const STRINGS = [
  '',
  ' ',
  '\u0000',
  '\u202e',
  '\ufeff',
  '\ud83d',
  '\udc00\ud83d',
  '\n'.repeat(2_000),
  'NaN',
  '1e999',
  '../../etc/passwd',
  "'; DROP TABLE entries; --",
  '<img src=x onerror=alert(1)>',
  '{{7*7}}',
  '${7*7}',
  '%00',
  '\r\nSet-Cookie: a=b',
  '2027-02-30',
  '-1',
  '🏴'.repeat(40),
  'e' + '\u0301'.repeat(4_000),
  '__proto__',
];

const deep = (levels: number, list: boolean): unknown =>
  JSON.parse(
    list
      ? '['.repeat(levels) + ']'.repeat(levels)
      : '{"a":'.repeat(levels) + '0' + '}'.repeat(levels),
  );

const huge = (dice: Dice): string =>
  dice.pick(['a', '问', '😀']).repeat(dice.pick([600, 4_000, 8_000, 20_000]));

export function nasty(dice: Dice): unknown {
  switch (dice.below(9)) {
    case 0:
    case 1:
      return dice.pick(NUMBERS);
    case 2:
    case 3:
      return dice.pick(STRINGS);
    case 4:
      return huge(dice);
    case 5:
      return deep(dice.pick([3, 100, 900]), dice.chance(0.5));
    case 6:
      return JSON.parse(
        `{${JSON.stringify(dice.pick(KEYS))}:${JSON.stringify(dice.pick(STRINGS))}}`,
      );
    case 7:
      return Array.from({ length: dice.pick([0, 1, 50, 3_000]) }, () => 0);
    default:
      return dice.pick([true, false, [], {}]);
  }
}

type Place = { readonly holder: Record<string, unknown>; readonly key: string };

function places(value: unknown, found: Place[] = []): Place[] {
  if (typeof value !== 'object' || value === null) return found;
  const holder = value as Record<string, unknown>;
  for (const key of Object.keys(holder)) {
    found.push({ holder, key });
    places(holder[key], found);
  }
  return found;
}

/** `value` with one or more of its parts replaced, renamed, removed or added to. */
export function mutateValue(dice: Dice, value: unknown): unknown {
  if (dice.chance(0.03)) return nasty(dice);
  const root = { value: structuredClone(value) };
  for (let times = dice.pick([1, 1, 1, 2, 4]); times > 0; times -= 1) {
    const { holder, key } = dice.pick(places(root));
    const part = holder[key];
    switch (dice.below(5)) {
      case 0:
        if (holder !== root) delete holder[key];
        break;
      case 1:
        if (typeof part === 'object' && part !== null) own(part, dice.pick(KEYS), nasty(dice));
        else holder[key] = nasty(dice);
        break;
      case 2:
        own(holder, dice.pick(KEYS), part);
        break;
      default:
        holder[key] = nasty(dice);
    }
  }
  return root.value;
}

/** Also `__proto__` as a key of its own, as JSON may have it. */
function own(holder: object, key: string, value: unknown): void {
  if (Array.isArray(holder)) holder.push(value);
  else Object.defineProperty(holder, key, { ...WRITABLE, value });
}
const WRITABLE = { enumerable: true, writable: true, configurable: true } as const;

/** What no JSON value becomes, written into its text. */
const IN_TEXT: readonly (readonly [RegExp, string])[] = [
  [/\d+/, '1e999'],
  [/\d+/, '-'],
  [/\d+/, '00'],
  [/\d+/, 'NaN'],
  [/"[^"]*"/, '"\\ud800"'],
  [/"[^"]*"/, '"\\u0000"'],
  [/:/, '::'],
  [/,/, ',,'],
  [/"/, "'"],
  [/[{[]/, '$&$&'],
  [/"id"/, '"id":[],"id"'],
];
export const mutateText = (dice: Dice, text: string): string => text.replace(...dice.pick(IN_TEXT));

const BYTES = [
  [0x00],
  [0xff],
  [0xc0, 0xaf],
  [0xed, 0xa0, 0x80],
  [0xf8, 0x88, 0x80, 0x80, 0x80],
  [0xef, 0xbb, 0xbf],
  [0x0d, 0x0a],
  [0x0d, 0x0a, 0x0d, 0x0a],
  [0x20],
  [0x1e],
  [0xe2, 0x80, 0xae],
];

export function mutateBytes(dice: Dice, bytes: Buffer): Buffer {
  let made = bytes;
  for (let times = dice.pick([1, 1, 2, 5]); times > 0; times -= 1) {
    const at = dice.below(made.length + 1);
    const [before, after] = [made.subarray(0, at), made.subarray(at)];
    const length = dice.below(Math.min(after.length, 64) + 1);
    made = Buffer.concat(
      [
        () => [before, Buffer.from(dice.bytes(1)), after.subarray(1)],
        () => [before, Buffer.from(dice.pick(BYTES)), after],
        () => [before, after.subarray(length)],
        () => [before, after.subarray(0, length), after],
        () => [before],
        () => [before, Buffer.alloc(dice.pick([1, 300, 20_000]), dice.below(256)), after],
      ][dice.below(6)]?.() ?? [made],
    );
  }
  return made;
}
