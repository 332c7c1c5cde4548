/** Who stands where, and under which names they vote: a whole room with its phones and a kiosk. */
import { AdmissionCodes } from '@wenzheng/server/src/forum/admission/index';
import { decodeEntry } from '@wenzheng/server/src/journal/entry';
import { beforeEach, describe, expect, test } from 'vitest';
import { MemoryJournal } from '../../../support/memory-journal';
import { moment } from '../../../support/given';
import { KEY, roomWithForum, type Guest, type TestRoom } from '../../../support/room';

const codes = new AdmissionCodes(KEY);
const hallCode = (second = 0): string => codes.hallCode(moment(second));
const log = { type: 'logQuestion', source: 'paper', name: null, department: null } as const;

let journal: MemoryJournal;
let room: TestRoom;
let host: Guest;
let kiosk: Guest;
beforeEach(async () => {
  journal = new MemoryJournal();
  room = await roomWithForum({}, journal);
  host = room.enter('host');
  kiosk = room.enter('kiosk');
  await host.does({ type: 'startAgendaItem', item: 'qa', from: null });
  for (const number of [1, 2, 3]) {
    await host.does({ ...log, text: `slip ${number}`, serial: `S-${number}` });
    await host.does({ type: 'screenQuestion', question: String(number), department: null });
  }
  await host.does({ type: 'issueTickets', count: 3, seat: 'A', until: null });
});

const admissionOf = (phone: Guest) => phone.session.mine()?.admission;
const present = (phone: Guest, code: string) => phone.press({ type: 'presentCode', code });
const support = (phone: Guest, question: string, on = true) =>
  phone.does({ type: 'supportQuestion', question, on });
const byCode = (code: string, question: string, on = true) =>
  kiosk.press({ type: 'supportByCode', code, question, on });
const stub = (question: string): string =>
  room.seat.engine.state.questions.get(question)?.tracking ?? '';
/** All support, and how much of it in the hall, as the host sees it. */
function counts(question: string): [number, number] {
  room.runTimers();
  const { counts, hallCounts } = room.seat.room.feed('host').snapshot().collections;
  return [Number(counts?.[question]), Number(hallCounts?.[question])];
}

describe('a phone', () => {
  test('that came by the public link counts as online', async () => {
    const phone = room.enter('audience');
    expect(admissionOf(phone)).toEqual({ by: 'link', seat: '' });
    const { question } = await phone.does({
      type: 'askQuestion',
      text: 'a',
      name: null,
      department: null,
    });
    expect(question?.source).toBe('online');
    await support(phone, '1');
    expect(counts('1')).toEqual([1, 0]);
  });

  test("by yesterday's code too, and is told so", async () => {
    const phone = room.enter('audience');
    expect(await present(phone, hallCode(-24 * 3_600))).toMatchObject({
      code: 'admission.code_over',
    });
    expect(admissionOf(phone)).toEqual({ by: 'link', seat: '' });
  });

  test('keeps its standing when the code changes, in another page and after a restart', async () => {
    const phone = room.enter('audience');
    const before = hallCode();
    expect((await present(phone, before)).ok).toBe(true);
    expect(phone.events('mine').at(-1)).toMatchObject({ admission: { by: 'screen' } });
    room.pass(3_600);
    room.runTimers();
    expect(await present(room.enter('audience', 'late'), before)).toMatchObject({ ok: false });
    expect(admissionOf(room.enter('audience'))).toEqual({ by: 'screen', seat: '' });
    await room.open({});
    expect(admissionOf(room.enter('audience'))).toEqual({ by: 'screen', seat: '' });
    expect(admissionOf(room.enter('audience', 'another'))).toEqual({ by: 'link', seat: '' });
  });

  test('takes its support along into the hall with its next vote', async () => {
    const phone = room.enter('audience');
    await support(phone, '1');
    await present(phone, hallCode());
    expect(counts('1')).toEqual([1, 0]);
    await support(phone, '2');
    expect([counts('1'), counts('2')]).toEqual([
      [1, 1],
      [1, 1],
    ]);
    await support(phone, '1', false);
    expect(counts('1')).toEqual([0, 0]);
  });

  test('may not try codes without end', async () => {
    const phone = room.enter('audience');
    const answers = [];
    for (let each = 0; each < 24; each += 1) {
      room.pass(5);
      answers.push(await present(phone, hallCode(-3_600 * each - 3_600)));
    }
    expect(answers.at(0)).toMatchObject({ code: 'admission.code_over' });
    expect(answers.at(-1)).toMatchObject({ code: 'admission.wait' });
  });
});

describe('the code on the big screen', () => {
  test('is sent when it changes, and never else', async () => {
    const shown = () => room.seat.room.feed('display').snapshot().documents['hall'];
    expect(shown()).toEqual({ code: hallCode() });
    room.runTimers();
    room.broadcasts.splice(0);
    room.pass(120);
    room.runTimers();
    expect(room.broadcasts).toEqual([]);
    room.pass(300);
    room.runTimers();
    expect(shown()).toEqual({ code: hallCode(420) });
    const told = room.broadcasts.filter(({ patch }) => patch.documents?.['hall']);
    expect(told.map(({ role }) => role).sort()).toEqual(['admin', 'display', 'host']);
    expect(room.broadcasts).toEqual(told);
  });

  test('is taken off when the forum is closed', async () => {
    await host.does({ type: 'closeForum' });
    expect(room.seat.room.feed('display').snapshot().documents['hall']).toBeNull();
  });
});

describe('a ticket', () => {
  const code = codes.ticketCode(1);

  test('works once', async () => {
    const [first, second] = [room.enter('audience', 'a'), room.enter('audience', 'b')];
    await first.does({ type: 'presentCode', code });
    expect(admissionOf(first)).toEqual({ by: 'ticket', seat: 'A' });
    expect(await present(second, code)).toMatchObject({ code: 'admission.ticket_used' });
    expect(admissionOf(second)).toEqual({ by: 'link', seat: '' });
    expect((await present(first, code)).ok).toBe(true);
  });

  test('on a phone and at a kiosk is one voter', async () => {
    const phone = room.enter('audience');
    await phone.does({ type: 'presentCode', code });
    await support(phone, '1');
    expect(await byCode(code, '1')).toMatchObject({ ok: true });
    expect(counts('1')).toEqual([1, 1]);
    expect(await byCode(code, '2')).toMatchObject({ ok: true });
    expect(phone.events('mine').at(-1)?.supports).toEqual(['1', '2']);
    expect(await byCode(code, '1', false)).toMatchObject({ ok: true });
    expect(counts('1')).toEqual([0, 0]);
    expect(phone.session.mine()?.supports).toEqual(['2']);
  });

  test('takes over what the phone supported before, and counts it once', async () => {
    const phone = room.enter('audience');
    await support(phone, '1');
    await support(phone, '2');
    await byCode(code, '1');
    expect(counts('1')).toEqual([2, 1]);
    await phone.does({ type: 'presentCode', code });
    expect(phone.session.mine()?.supports).toEqual(['1', '2']);
    await support(phone, '3');
    expect([counts('1'), counts('2'), counts('3')]).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
    expect(phone.session.mine()?.supports.toSorted()).toEqual(['1', '2', '3']);
  });

  test('that is revoked makes its phone one that came by the link, and is told so at once', async () => {
    const phone = room.enter('audience');
    await phone.does({ type: 'presentCode', code });
    await host.does({ type: 'revokeTicketBatch', batch: '1' });
    expect(phone.events('mine').at(-1)).toMatchObject({ admission: { by: 'link' }, supports: [] });
    expect(await byCode(code, '1')).toMatchObject({ code: 'admission.ticket_revoked' });
  });

  test('takes its votes along when it is revoked before their page has heard of them', async () => {
    const phone = room.enter('audience');
    await phone.does({ type: 'presentCode', code });
    const vote = { type: 'supportQuestion', question: '1', on: true } as const;
    const send = () => phone.session.command({ id: ['vote', 1], command: vote });
    expect(await send()).not.toHaveProperty('own');
    await host.does({ type: 'revokeTicket', ticket: 1 });
    const nothing = { supports: [], answers: {}, ratings: {} };
    expect(await send()).toMatchObject({ ok: true, own: nothing });
  });

  test('joins no vote to anybody in the journal', async () => {
    const phone = room.enter('audience');
    await phone.does({ type: 'askQuestion', text: 'a', name: null, department: null });
    await phone.does({ type: 'presentCode', code });
    await support(phone, '1');
    await byCode(codes.ticketCode(2), '1');
    const entries = (await journal.read(1, 1_000)).map((entry) =>
      decodeEntry(JSON.stringify(entry)),
    );
    const votes = entries.filter(({ type }) => type === 'questionSupported');
    const rest = entries.filter(({ type }) => type !== 'questionSupported');
    expect(votes).toHaveLength(2);
    for (const { actor, command, data } of votes) {
      expect([actor, command]).toEqual([null, null]);
      const names = Object.values(data).filter((value) => String(value).length === 16);
      expect(names.length).toBeGreaterThan(0);
      for (const name of names) expect(JSON.stringify(rest)).not.toContain(name);
    }
    const [used] = entries.filter(({ type }) => type === 'ticketUsed');
    const { asker } = phone.session;
    expect(JSON.stringify(used)).not.toContain(asker);
    const asked = entries.find(({ type }) => type === 'questionAsked');
    expect(used?.command?.id[0]).not.toBe(asked?.command?.id[0]);
  });
});

describe('a stub', () => {
  test('supports other questions as one voter', async () => {
    for (let time = 0; time < 2; time += 1)
      expect(await byCode(stub('1'), '2')).toMatchObject({ ok: true });
    expect(counts('2')).toEqual([1, 1]);
    expect(await byCode(stub('3'), '2')).toMatchObject({ ok: true });
    expect(counts('2')).toEqual([2, 2]);
    expect(await byCode(stub('1'), '1')).toMatchObject({ code: 'admission.own_question' });
    await host.does({ type: 'mergeQuestion', question: '1', into: '2' });
    expect(await byCode(stub('1'), '2')).toMatchObject({ code: 'admission.own_question' });
  });

  test('is one of a slip, and no other', async () => {
    const phone = room.enter('audience');
    const asked = await phone.does({
      type: 'askQuestion',
      text: 'a',
      name: null,
      department: null,
    });
    expect(await byCode(asked.question?.tracking ?? '', '1')).toMatchObject({
      code: 'admission.unknown_code',
    });
  });

  test('cannot be guessed without end at a kiosk', async () => {
    const answers = [];
    for (let each = 0; each < 12; each += 1) answers.push(await byCode(hallCode(-each), '1'));
    expect(answers[0]).toMatchObject({ code: 'admission.unknown_code' });
    expect(answers.at(-1)).toMatchObject({ code: 'admission.wait' });
    expect(await byCode(stub('1'), '2')).toMatchObject({ code: 'admission.wait' });
    room.pass(600);
    expect(await byCode(stub('1'), '2')).toMatchObject({ ok: true });
  });
});

test('the same command of a kiosk has one effect, for each who stands there', async () => {
  const frame = (code: string, counter: number, on: boolean) =>
    kiosk.session.command({
      id: ['kiosk-page', counter],
      command: { type: 'supportByCode', code, question: '1', on },
    });
  await frame(codes.ticketCode(1), 1, true);
  await frame(codes.ticketCode(2), 2, true);
  await frame(codes.ticketCode(1), 3, false);
  await frame(codes.ticketCode(1), 1, true);
  expect(counts('1')).toEqual([1, 1]);
});

describe('what was done at a kiosk is told so again', () => {
  const again = (code: string) =>
    kiosk.session.command({
      id: ['kiosk-page', 1],
      command: { type: 'supportByCode', code, question: '2', on: true },
    });
  const done = { ok: true };

  test.each<[string, () => string, () => Promise<unknown>, string]>([
    [
      'after the ticket was revoked',
      () => codes.ticketCode(1),
      () => host.does({ type: 'revokeTicket', ticket: 1 }),
      'admission.ticket_revoked',
    ],
    [
      'after its question went into the one that it supports',
      () => stub('1'),
      () => host.does({ type: 'mergeQuestion', question: '1', into: '2' }),
      'admission.own_question',
    ],
    [
      'after too many wrong codes',
      () => stub('1'),
      async () => {
        for (let each = 0; each < 12; each += 1) await byCode(hallCode(-each), '1');
      },
      'admission.wait',
    ],
  ])('%s', async (_, codeOf, happens, code) => {
    const shown = codeOf();
    expect(await again(shown)).toMatchObject(done);
    await happens();
    expect(await again(shown)).toMatchObject(done);
    expect(await byCode(shown, '2', false)).toMatchObject({ code });
  });

  describe('though the entry of its slip was undone', () => {
    let admin: Guest;
    beforeEach(async () => {
      admin = room.enter('admin');
      await admin.does({ type: 'printSlips', batch: 'A', count: 1 });
      await admin.does({ type: 'issueSlips', batch: 'A', first: 1, last: 1, on: true });
    });
    const enter = () =>
      admin.does({
        ...{ type: 'enterSlip', serial: 'A-0001', box: null, late: false },
        ...{ text: 'a slip', name: null, further: false },
      });

    test('which frees the code', async () => {
      const { entry = 0 } = await enter();
      const shown = stub('4');
      expect(await again(shown)).toMatchObject(done);
      await admin.does({ type: 'undo', entry });
      expect(await again(shown)).toMatchObject(done);
      expect(await byCode(shown, '2', false)).toMatchObject({ code: 'admission.unknown_code' });
    });

    test('and it was entered again: the stub is still one voter', async () => {
      const { entry = 0 } = await enter();
      const shown = stub('4');
      await again(shown);
      await admin.does({ type: 'undo', entry });
      await enter();
      expect(stub('5')).toBe(shown);
      expect(await again(shown)).toMatchObject(done);
      expect(await byCode(shown, '2')).toMatchObject(done);
      expect(counts('2')).toEqual([1, 1]);
      expect(await byCode(shown, '5')).toMatchObject({ code: 'admission.own_question' });
    });
  });
});
