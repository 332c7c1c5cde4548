/** Giving a number: what was filled in is lost to nothing but its own sending. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import type { Ack } from '@wenzheng/shared/wire/protocol';
import { sweepDrafts } from '../../../console/src/draft.svelte';
import { Giving } from '../../../console/src/screens/questions/giving.svelte';

const sent: CommandInput[] = [];
let answer: Ack;
let meanwhile = (): void => undefined;
const submit = (command: CommandInput): Promise<Ack> => {
  sent.push(command);
  meanwhile();
  return Promise.resolve(answer);
};
const open = (): Giving => new Giving('f1', submit);
const fill = (giving: Giving): void => {
  giving.name.text = ' Wang ';
  giving.area.text = 'East';
  giving.department.text = 'water';
  giving.again = true;
};
const fields = ({ name, area, department, again }: Giving): unknown[] => [
  ...[name.text, area.text, department.text, again],
];

beforeEach(() => {
  sweepDrafts('f1', () => true);
  sent.length = 0;
  answer = { ok: true, micNumber: 7 };
  meanwhile = () => undefined;
});

describe('a number that is being given', () => {
  it('is the one that the hub acknowledges, and empties the form', async () => {
    const giving = open();
    fill(giving);
    await giving.give();
    expect(sent).toEqual([
      {
        ...{ type: 'giveMicNumber', name: 'Wang', area: 'East' },
        ...{ department: 'water', again: true },
      },
    ]);
    expect(giving.given).toBe(7);
    expect(fields(giving)).toEqual(['', '', '', false]);
  });

  it('keeps what was filled in through another desk or a reload', () => {
    fill(open());
    expect(fields(open())).toEqual([' Wang ', 'East', 'water', true]);
  });

  it('keeps it when the hub refuses, and says why', async () => {
    answer = { ok: false, code: 'questions.too_many_numbers' };
    const giving = open();
    fill(giving);
    await giving.give();
    expect([giving.given, giving.problem !== '']).toEqual([null, true]);
    expect(fields(giving)).toEqual([' Wang ', 'East', 'water', true]);
  });

  it('leaves what the next person said meanwhile', async () => {
    const giving = open();
    fill(giving);
    meanwhile = () => (giving.name.text = 'Li');
    await giving.give();
    expect(fields(giving)).toEqual(['Li', '', '', false]);
  });
});
