import type { CommandInput } from '@wenzheng/shared/forum/commands';
import type { Ack } from '@wenzheng/shared/wire/protocol';
import { describe, expect, test } from 'vitest';
import { openInOrder, pageOf } from '../../../../audience/src/kiosk/support-order';
import { readAnswer, type Supporter } from '../../../../audience/src/kiosk/supporter';
import { CodeEntry } from '../../../../audience/src/kiosk/code-entry.svelte';
import { Supporting } from '../../../../audience/src/kiosk/supporting.svelte';

const CODE = '222-222';
const KNOWN: Supporter = { kind: 'known', supports: ['1'], own: '3' };

function open(supporter: Supporter, ack: Ack = { ok: true }) {
  const sent: CommandInput[] = [];
  const asked: string[] = [];
  const live = {
    submit: async (command: CommandInput) => {
      sent.push(command);
      return ack;
    },
  };
  const entry = new CodeEntry('f1', async (code) => {
    asked.push(code);
    return supporter;
  });
  const supporting = new Supporting(live, entry);
  return { supporting, entry, sent, asked };
}

describe('somebody at the kiosk', () => {
  test('shows a code, sees what it supports, and supports more', async () => {
    const { supporting, entry, sent, asked } = open(KNOWN);
    await supporting.enter(' http://hub/?in=222222 ');
    expect(asked).toEqual([CODE]);
    expect(entry.code).toBe(CODE);
    expect([supporting.supports('1'), supporting.supports('2'), supporting.isOwn('3')]).toEqual([
      true,
      false,
      true,
    ]);
    await supporting.set('2', true);
    await supporting.set('1', false);
    expect(sent).toEqual([
      { type: 'supportByCode', code: CODE, question: '2', on: true },
      { type: 'supportByCode', code: CODE, question: '1', on: false },
    ]);
    expect([supporting.supports('1'), supporting.supports('2')]).toEqual([false, true]);
  });

  test.each<[string, Supporter]>([
    [
      'an unknown code',
      { kind: 'refused', refusal: { ok: false, code: 'admission.unknown_code' } },
    ],
    ['no network', { kind: 'offline' }],
  ])('is told of %s', async (_, supporter) => {
    const { supporting, entry } = open(supporter);
    await supporting.enter(CODE);
    expect(entry.code).toBeNull();
    expect(entry.problem).not.toBe('');
  });

  test('that is none asks nobody', async () => {
    const { supporting, entry, asked } = open(KNOWN);
    await supporting.enter('hello');
    expect(asked).toEqual([]);
    expect(entry.problem).not.toBe('');
  });

  test('is told when support was not taken', async () => {
    const { supporting, entry } = open(KNOWN, { ok: false, code: 'admission.ticket_revoked' });
    await supporting.enter(CODE);
    await supporting.set('2', true);
    expect(supporting.supports('2')).toBe(false);
    expect(entry.problem).not.toBe('');
  });
});

test.each<[string, boolean, unknown, Supporter['kind']]>([
  ['who it is', true, { supports: ['1', 2], own: null }, 'known'],
  ['a refusal', false, { code: 'admission.wait' }, 'refused'],
  ['another refusal', false, { code: 'something.else' }, 'offline'],
  ['nonsense', true, 'no', 'offline'],
  ['nothing of use', true, {}, 'offline'],
])('the hub answers %s', (_, ok, json, kind) => {
  expect(readAnswer(ok, json).kind).toBe(kind);
});

test('questions come in pages, the most supported first', () => {
  const question = (number: number, state: 'queued' | 'answered') => ({
    ...{
      number,
      text: 'q',
      source: 'phone' as const,
      name: null,
      department: null,
      state,
      with: [],
    },
  });
  const questions = {
    a: question(1, 'queued'),
    b: question(2, 'queued'),
    c: question(3, 'answered'),
    d: question(4, 'queued'),
  };
  const order = openInOrder({ questions, counts: { a: 1, b: 5, c: 9, d: 1 } });
  expect(order).toEqual(['b', 'a', 'd']);
  expect(pageOf(order, 1, 2)).toEqual({ ids: ['d'], page: 1, pages: 2 });
  expect(pageOf(order, 9, 2).page).toBe(1);
  expect(pageOf([], 0, 2)).toEqual({ ids: [], page: 0, pages: 1 });
});
