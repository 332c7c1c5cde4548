/** A slip that is looked up by its number. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { SlipStory } from '@wenzheng/shared/forum/slips';
import type { Answer } from '../../../console/src/hub-api';
import { SlipSearch } from '../../../console/src/screens/slips/slip-search.svelte';

const UNKNOWN: Answer<SlipStory> = {
  ...{ ok: false, status: 404, code: null, seconds: null },
  ...{ field: '', problem: '' },
};
const storyOf = (serial: string): Answer<SlipStory> => ({
  ok: true,
  value: { serial } as SlipStory,
});

describe('looking up a slip', () => {
  let asked: string[];
  let tell: ((answer: Answer<SlipStory>) => void)[];
  let search: SlipSearch;
  const stands = () => [search.typed, search.story?.serial ?? null, search.looking];

  beforeEach(() => {
    asked = [];
    tell = [];
    search = new SlipSearch((serial) => {
      asked.push(serial);
      return new Promise((done) => tell.push(done));
    }, 'a1');
  });

  it('shows what was found, and asks for nothing while a number is typed', async () => {
    const looking = search.look();
    expect(stands()).toEqual(['A-0001', null, true]);
    tell[0]?.(storyOf('A-0001'));
    await looking;
    search.typed = 'a2';
    expect([...stands(), asked]).toEqual(['a2', 'A-0001', false, ['A-0001']]);
  });

  it('reads anew what is shown, whatever is typed meanwhile', async () => {
    const looking = search.look();
    tell[0]?.(storyOf('A-0001'));
    await looking;
    search.typed = 'A-0';
    const again = search.again();
    tell[1]?.(storyOf('A-0001'));
    await again;
    expect([...stands(), search.problem]).toEqual(['A-0', 'A-0001', false, '']);
    expect(asked).toEqual(['A-0001', 'A-0001']);
  });

  it('tells that a number is none, whatever is on its way', async () => {
    const looking = search.look();
    search.typed = 'x';
    await search.look();
    tell[0]?.(storyOf('A-0001'));
    await looking;
    expect([search.story, search.looking]).toEqual([null, false]);
    expect(search.problem).not.toBe('');
  });

  it('drops the answer to what was asked before', async () => {
    const first = search.look();
    search.typed = 'a2';
    const second = search.look();
    tell[1]?.(storyOf('A-0002'));
    await second;
    tell[0]?.(UNKNOWN);
    await first;
    expect([...stands(), search.problem]).toEqual(['A-0002', 'A-0002', false, '']);
  });

  it('says what is no number, and what nobody knows', async () => {
    search.typed = '?';
    await search.look();
    const [nonsense] = [search.problem];
    search.typed = 'a3';
    const looking = search.look();
    tell[0]?.(UNKNOWN);
    await looking;
    expect(asked).toEqual(['A-0003']);
    expect(new Set([nonsense, search.problem, ''])).toHaveProperty('size', 3);
  });
});
