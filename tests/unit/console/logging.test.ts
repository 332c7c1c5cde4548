/** What a volunteer has written stays with the person who said it. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import type { MicNumber } from '@wenzheng/shared/forum/microphone';
import type { Ack } from '@wenzheng/shared/wire/protocol';
import { sweepDrafts } from '../../../console/src/draft.svelte';
import type { HubLink } from '../../../console/src/hub-link';
import { Logging } from '../../../console/src/screens/questions/logging.svelte';

const sent: CommandInput[] = [];
const submit = (command: CommandInput): Promise<Ack> => {
  sent.push(command);
  return Promise.resolve({ ok: true });
};
const live = { status: 'live', sending: [] } as unknown as HubLink;
const open = (): Logging => new Logging(live, 'f1', submit);
const person = (number: number, fields: Partial<MicNumber> = {}): MicNumber => ({
  ...{ number, name: null, area: null, department: null, again: false },
  ...{ state: 'waiting', question: null, ...fields },
});
const EAST = person(3, { name: 'Wang', area: 'East', department: 'water' });

beforeEach(() => {
  sweepDrafts('f1', () => true);
  sent.length = 0;
});

describe('a question that is logged on a number', () => {
  it('names what was said when the number was given', async () => {
    const logging = open();
    logging.take(EAST);
    logging.text.text = 'why?';
    await logging.submit();
    expect(sent).toMatchObject([
      { source: 'mic', mic: 3, text: 'why?', name: 'Wang', area: 'East', department: 'water' },
    ]);
    expect(logging.mic).toBeNull();
  });

  it('never goes to whoever comes next: its words are logged or cleared first', () => {
    const logging = open();
    logging.take(EAST);
    logging.text.text = 'why?';
    logging.take(person(4));
    expect([logging.mic, logging.name.text, logging.problem?.field]).toEqual([3, 'Wang', 'text']);
    logging.text.text = '';
    logging.take(person(4));
    expect([logging.mic, logging.name.text, logging.problem]).toEqual([4, '', null]);
  });

  it('is not made of the words of a slip', () => {
    const logging = open();
    logging.text.text = 'from a slip';
    logging.take(EAST);
    expect([logging.mic, logging.source, logging.problem?.field]).toEqual([null, 'paper', 'text']);
  });

  it('keeps what was put right when its number is pressed again', () => {
    const logging = open();
    logging.take(EAST);
    logging.text.text = 'why?';
    logging.area.text = 'West';
    logging.source = 'mic';
    logging.take(EAST);
    expect([logging.mic, logging.text.text, logging.area.text]).toEqual([3, 'why?', 'West']);
    expect(logging.problem).toBeNull();
  });

  it('stands on its number when the page is loaded anew', () => {
    const logging = open();
    logging.take(EAST);
    logging.text.text = 'why?';
    const { source, mic, area, department } = open();
    expect([source, mic, area.text, department.text]).toEqual(['mic', 3, 'East', 'water']);
  });

  it('leaves the number when it is a slip after all', async () => {
    const logging = open();
    logging.take(EAST);
    logging.source = 'paper';
    logging.source = 'mic';
    logging.text.text = 'why?';
    await logging.submit();
    expect(sent).toMatchObject([{ mic: null }]);
  });
});

it('an entry that came back waits until the form is free', async () => {
  let tell = (_: Ack): void => undefined;
  const late = (): Promise<Ack> => new Promise((done) => (tell = done));
  const logging = new Logging({ ...live, status: 'lost' }, 'f1', late);
  logging.serial.text = 'A-1';
  logging.text.text = 'first';
  await logging.submit();
  logging.text.text = 'second';
  tell({ ok: false, code: 'questions.serial_taken' });
  await Promise.resolve();
  const mend = (): void => logging.returned.forEach((entry) => logging.mend(entry));
  mend();
  expect([logging.text.text, logging.returned.length]).toEqual(['second', 1]);
  logging.text.text = '';
  mend();
  expect([logging.text.text, logging.returned.length]).toEqual(['first', 0]);
});
