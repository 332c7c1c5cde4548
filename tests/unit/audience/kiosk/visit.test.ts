import { describe, expect, test } from 'vitest';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import type { MyQuestion } from '@wenzheng/shared/forum/questions';
import type { Ack } from '@wenzheng/shared/wire/protocol';
import { statusUrl } from '../../../../audience/src/kiosk/status-url';
import { Visit } from '../../../../audience/src/kiosk/visit.svelte';

const QUESTION = { id: 'q1', number: 47, tracking: 'R4T-9XK' } as MyQuestion;

function begin() {
  const sent: CommandInput[] = [];
  let settle: (ack: Ack) => void = () => undefined;
  const visit = new Visit({
    submit: (command) => {
      sent.push(command);
      return new Promise<Ack>((resolve) => (settle = resolve));
    },
  });
  visit.go('asking');
  visit.text = '路灯什么时候修？';
  return { visit, sent, answer: (ack: Ack) => settle(ack) };
}

describe('a visit', () => {
  test('ends with the code once the hub has the question', async () => {
    const { visit, sent, answer } = begin();
    const sending = visit.send();
    expect(visit.step).toBe('sending');
    answer({ ok: true, question: QUESTION });
    await sending;
    expect(visit.step).toBe('received');
    expect(visit.received?.tracking).toBe('R4T-9XK');
    expect(sent).toEqual([
      { type: 'askQuestion', text: '路灯什么时候修？', name: null, department: null },
    ]);
  });

  test('is sent once though the button is pressed twice', async () => {
    const { visit, sent, answer } = begin();
    const sending = [visit.send(), visit.send()];
    answer({ ok: true, question: QUESTION });
    await Promise.all(sending);
    expect(sent).toHaveLength(1);
  });

  test('keeps the words when they are refused, and says why', async () => {
    const { visit, answer } = begin();
    const sending = visit.send();
    answer({ ok: false, code: 'forum.closed' });
    await sending;
    expect(visit.step).toBe('asking');
    expect(visit.text).toBe('路灯什么时候修？');
    expect(visit.problem?.text).not.toBe('');
  });

  test.each([
    ['no words', { text: '  ' }, 'text'],
    ['too many words', { text: '长'.repeat(501) }, 'text'],
    ['too long a name', { name: '名'.repeat(21) }, 'name'],
  ])('sends nothing with %s', async (_, given, field) => {
    const { visit, sent } = begin();
    Object.assign(visit, given);
    await visit.send();
    expect(sent).toEqual([]);
    expect(visit.problem?.field).toBe(field);
  });

  test('shows nobody the code of whoever has left', async () => {
    const { visit, answer } = begin();
    const sending = visit.send();
    visit.end();
    answer({ ok: true, question: QUESTION });
    await sending;
    expect(visit.received).toBeNull();
  });
});

test('the status page is the phones’ own, with the code filled in', () => {
  expect(statusUrl('http://10.0.0.2:8080/', 'R4T-9XK')).toBe(
    'http://10.0.0.2:8080/?code=R4T-9XK#mine',
  );
  expect(statusUrl('http://10.0.0.2:8080/?forum=f1', 'R4T-9XK')).toBe(
    'http://10.0.0.2:8080/?forum=f1&code=R4T-9XK#mine',
  );
});
