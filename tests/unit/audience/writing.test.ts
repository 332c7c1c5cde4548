import { afterEach, describe, expect, test } from 'vitest';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import type { MyQuestion } from '@wenzheng/shared/forum/questions';
import type { MyStatement } from '@wenzheng/shared/forum/opinions';
import { memoryStorage } from '@wenzheng/shared/live/storage';
import type { Ack, Mine } from '@wenzheng/shared/wire/protocol';
import { asking } from '../../../audience/src/screens/ask/asking';
import { saying } from '../../../audience/src/screens/opinions/saying';
import type { Live } from '../../../audience/src/shell/live';
import { Notices } from '../../../audience/src/shell/notices.svelte';

const FORUM = 'f1';
const WORDS = '公园里应当多种树。';
const STATEMENT: MyStatement = {
  id: 's1',
  number: 1,
  text: WORDS,
  state: 'submitted',
  declined: null,
};
const QUESTION = { id: 'q1', number: 1, text: WORDS, original: null } as MyQuestion;
const NOTHING: Mine = {
  questions: [],
  supports: [],
  statements: [],
  answers: {},
  ratings: {},
  ballots: {},
  votes: 0,
  admission: { by: 'link', seat: '' },
};

/** A hub that answers when it is told to. */
function hub(given: Partial<Pick<Live, 'mine' | 'status' | 'sending'>> = {}) {
  const sent: CommandInput[] = [];
  const waiting: ((ack: Ack) => void)[] = [];
  const live = {
    mine: NOTHING,
    status: 'live',
    sending: [],
    ...given,
    submit: (command: CommandInput) => {
      sent.push(command);
      return new Promise<Ack>((resolve) => waiting.push(resolve));
    },
  } as unknown as Live;
  return { live, sent, answer: (ack: Ack) => waiting.shift()?.(ack) };
}
const notices = new Notices();
const ports = (live: Live, storage = memoryStorage()) => ({ live, storage, notices });
afterEach(() => notices.dismiss());

describe('a statement', () => {
  test('is kept while it is written, and gone once it is received', async () => {
    const storage = memoryStorage();
    const { live, answer } = hub();
    const writing = saying(ports(live, storage), FORUM);
    writing.write({ text: WORDS });
    expect(saying(ports(live, storage), FORUM).draft.text).toBe(WORDS);
    const sending = writing.send();
    expect(writing.sending).toBe(true);
    answer({ ok: true, statement: STATEMENT });
    await sending;
    expect(writing.received).toEqual(STATEMENT);
    expect(storage.keys()).toEqual([]);
  });

  test('comes back with the reason when it is refused', async () => {
    const { live, answer } = hub();
    const writing = saying(ports(live), FORUM);
    writing.enter();
    writing.write({ text: WORDS });
    const sending = writing.send();
    answer({ ok: false, code: 'malformed', field: 'text', problem: 'too_long' });
    await sending;
    expect(writing.draft).toEqual({ text: WORDS, sent: false });
    expect(writing.problem?.field).toBe('text');
  });

  test.each([
    ['empty', ' \n '],
    ['too long', '长'.repeat(121)],
  ])('is not sent while it is %s', async (_, text) => {
    const { live, sent } = hub();
    const writing = saying(ports(live), FORUM);
    writing.write({ text });
    await writing.send();
    expect(sent).toEqual([]);
    expect(writing.problem?.field).toBe('text');
    expect(writing.draft.text).toBe(text);
  });

  test('is told to whoever has gone on to the next in the meantime', async () => {
    const { live, answer } = hub();
    const writing = saying(ports(live), FORUM);
    writing.write({ text: WORDS });
    const sending = writing.send();
    writing.another();
    writing.write({ text: 'the next' });
    answer({ ok: true, statement: STATEMENT });
    await sending;
    expect(writing.draft.text).toBe('the next');
    expect(writing.received).toBeNull();
    expect(notices.text).not.toBe('');
  });
});

describe('words that are refused when nobody waits for the answer', () => {
  const OVER: Ack = { ok: false, code: 'forum.closed' };
  const NEXT = 'the next';

  async function refusedMeanwhile(storage = memoryStorage()) {
    const { live, answer } = hub();
    const writing = saying(ports(live, storage), FORUM);
    writing.enter();
    writing.write({ text: WORDS });
    const sending = writing.send();
    writing.another();
    writing.write({ text: NEXT });
    answer(OVER);
    await sending;
    return writing;
  }

  test('are set aside with the reason, also after a reload, in their own forum only', async () => {
    const storage = memoryStorage();
    const writing = await refusedMeanwhile(storage);
    const aside = [{ draft: { text: WORDS, sent: false }, refusal: OVER }];
    expect(writing.aside).toEqual(aside);
    expect(writing.draft.text).toBe(NEXT);
    expect(notices.text).not.toBe('');
    expect(saying(ports(hub().live, storage), FORUM).aside).toEqual(aside);
    expect(saying(ports(hub().live, storage), 'f2').aside).toEqual([]);
  });

  test('come back into the form, where other words give way to them without being lost', async () => {
    const writing = await refusedMeanwhile();
    const [refused] = writing.aside;
    if (!refused) throw new Error('nothing was set aside');
    writing.takeUp(refused);
    expect(writing.draft).toEqual({ text: WORDS, sent: false });
    expect(writing.problem?.text).not.toBe('');
    expect(writing.aside).toEqual([{ draft: { text: NEXT, sent: false }, refusal: null }]);
  });

  test('can be thrown away, and that be taken back', async () => {
    const storage = memoryStorage();
    const writing = await refusedMeanwhile(storage);
    const [refused] = writing.aside;
    if (!refused) throw new Error('nothing was set aside');
    writing.discard(refused);
    expect(saying(ports(hub().live, storage), FORUM).aside).toEqual([]);
    writing.restore(refused);
    expect(writing.aside).toEqual([refused]);
  });

  test('are set aside when the form was closed before the answer came', async () => {
    const { live, answer } = hub();
    const writing = asking(ports(live), FORUM);
    writing.enter();
    writing.write({ text: WORDS, name: '张女士' });
    const sending = writing.send();
    writing.leave();
    answer(OVER);
    await sending;
    expect(writing.draft.text).toBe('');
    expect(writing.aside.map(({ draft }) => draft)).toEqual([
      { text: WORDS, name: '张女士', department: '', area: '', topic: '', sent: false },
    ]);
  });

  test('what an earlier page sent comes back with the reason, be it in the form or not', () => {
    const storage = memoryStorage();
    storage.set(`wz.saying.${FORUM}`, JSON.stringify({ text: WORDS, sent: true }));
    const writing = saying(ports(hub().live, storage), FORUM);
    writing.enter();
    writing.orphaned({ command: { type: 'submitStatement', text: NEXT }, refusal: OVER });
    writing.orphaned({ command: { type: 'submitStatement', text: WORDS }, refusal: OVER });
    expect(writing.draft).toEqual({ text: WORDS, sent: false });
    expect(writing.problem?.text).not.toBe('');
    expect(writing.aside.map(({ draft }) => draft.text)).toEqual([NEXT]);
  });

  test('what another form sent is none of it', () => {
    const writing = saying(ports(hub().live), FORUM);
    writing.orphaned({
      command: { type: 'askQuestion', text: WORDS, name: null, department: null },
      refusal: OVER,
    });
    expect(writing.aside).toEqual([]);
  });
});

describe('after a reload', () => {
  const SENT = JSON.stringify({ text: WORDS, sent: true });
  const kept = () => {
    const storage = memoryStorage();
    storage.set(`wz.saying.${FORUM}`, SENT);
    return storage;
  };

  test('what the hub has received is shown as received', () => {
    const { live } = hub({ mine: { ...NOTHING, statements: [STATEMENT] } });
    const writing = saying(ports(live, kept()), FORUM);
    writing.follow();
    expect(writing.received).toEqual(STATEMENT);
    expect(writing.draft.text).toBe('');
  });

  test('what is still on its way stays so', () => {
    const { live } = hub({ sending: [{ type: 'submitStatement', text: WORDS }] });
    const writing = saying(ports(live, kept()), FORUM);
    writing.follow();
    expect(writing.sending).toBe(true);
  });

  test('nothing is concluded without a network', () => {
    const { live } = hub({ status: 'lost' });
    const writing = saying(ports(live, kept()), FORUM);
    writing.follow();
    expect(writing.sending).toBe(true);
  });

  test('what the hub has never had can be sent again', () => {
    const { live } = hub();
    const writing = saying(ports(live, kept()), FORUM);
    writing.follow();
    expect(writing.draft).toEqual({ text: WORDS, sent: false });
  });

  test('a question is found again though the desk has edited it', () => {
    const storage = memoryStorage();
    storage.set(
      `wz.draft.${FORUM}`,
      JSON.stringify({ text: WORDS, name: '', department: '', sent: true }),
    );
    const edited = { ...QUESTION, text: 'edited', original: WORDS };
    const { live } = hub({ mine: { ...NOTHING, questions: [edited] } });
    const writing = asking(ports(live, storage), FORUM);
    writing.follow();
    expect(writing.received).toEqual(edited);
  });

  test('a draft that is no draft is taken for none', () => {
    const storage = memoryStorage();
    storage.set(`wz.saying.${FORUM}`, '{"text":7}');
    storage.set(`wz.aside.say.${FORUM}`, '[{"draft":{"text":"a"},"refusal":null}]');
    const writing = saying(ports(hub().live, storage), FORUM);
    expect(writing.draft.text).toBe('');
    expect(writing.aside).toEqual([]);
  });
});

test('a question is sent with its name cleaned and without what was left empty', async () => {
  const { live, sent, answer } = hub();
  const writing = asking(ports(live), FORUM);
  writing.write({ text: WORDS, name: '  张女士 ' });
  const sending = writing.send();
  answer({ ok: true, question: QUESTION });
  await sending;
  expect(sent).toEqual([
    { type: 'askQuestion', text: WORDS, name: '张女士', department: null, area: null, topic: null },
  ]);
});
