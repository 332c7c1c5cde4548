import { describe, expect, test } from 'vitest';
import type { SimilarOnPhone } from '@wenzheng/shared/forum/desk';
import { memoryStorage } from '@wenzheng/shared/live/storage';
import type { Ack } from '@wenzheng/shared/wire/protocol';
import { asking as questionWriting } from '../../../audience/src/screens/ask/asking';
import { Similar } from '../../../audience/src/screens/ask/similar.svelte';
import type { Live } from '../../../audience/src/shell/live';
import { Notices } from '../../../audience/src/shell/notices.svelte';

const WORDS = '3路公交车晚上八点就没有了';
const ALIKE: SimilarOnPhone = { id: '7', number: 7, text: '3路公交车收车太早', support: 4 };

/** Somebody has written `WORDS` and pressed the question that asks the same; the hub answers when it is told to. */
function pressed() {
  const answers: ((ack: Ack) => void)[] = [];
  const live = {
    ...{ mine: null, view: null, status: 'live', sending: [] },
    submit: () => new Promise<Ack>((resolve) => answers.push(resolve)),
  } as unknown as Live;
  const notices = new Notices();
  const asking = questionWriting({ live, storage: memoryStorage(), notices }, 'f1');
  const similar = new Similar(live, notices, 'f1', () => asking.draft);
  asking.write({ text: WORDS });
  const pressing = similar.support(ALIKE);
  const answer = async (): Promise<void> => {
    answers.shift()?.({ ok: true });
    await pressing;
  };
  return { asking, similar, answer };
}

describe('a question that is supported instead', () => {
  test('takes the place of the words that stood there', async () => {
    const { similar, answer } = pressed();
    await answer();
    expect(similar.supported).toEqual(ALIKE);
    similar.goOn();
    expect(similar.supported).toBeNull();
  });

  test.each([{ text: `${WORDS}，而且周末更早` }, { name: '陈先生' }])(
    'never of %o, written while the hub had not answered',
    async (written) => {
      const { asking, similar, answer } = pressed();
      asking.write(written);
      await answer();
      expect(similar.supported).toBeNull();
      expect(asking.draft).toMatchObject({ text: WORDS, ...written });
    },
  );

  test('nor of what was taken up from what lay aside', async () => {
    const { asking, similar, answer } = pressed();
    await answer();
    asking.takeUp({ draft: { ...asking.draft, text: '东街的路灯坏了' }, refusal: null });
    expect(similar.supported).toBeNull();
  });
});
