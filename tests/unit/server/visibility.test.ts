/** Every field of every view has a row here: who may see it, and that nobody sees anything else. */
import { ROLES, type Role } from '@wenzheng/shared/forum/access';
import { feedSpec } from '@wenzheng/server/src/engine/feed-specs';
import { views } from '@wenzheng/shared/wire/views';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { DUE } from '../../support/given';
import { roomWithForum, type Guest } from '../../support/room';

/** Paths of the fields of a schema; `[]` stands for the items of an array, `*` for the values of a record. */
function fields(schema: z.core.$ZodType, path = ''): string[] {
  if (schema instanceof z.ZodNullable) return fields(schema.unwrap(), path);
  if (schema instanceof z.ZodArray) return fields(schema.element, `${path}[]`);
  if (schema instanceof z.ZodRecord) return fields(schema.valueType, `${path}.*`);
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([name, field]) =>
      fields(field, path ? `${path}.${name}` : name),
    );
  }
  const plain = [z.ZodString, z.ZodNumber, z.ZodBoolean, z.ZodEnum, z.ZodCustom, z.ZodLiteral];
  if (plain.some((kind) => schema instanceof kind)) return [path];
  throw new Error(`${path} is of a kind that this test does not know`);
}

const under = (prefix: string, names: string): string[] =>
  names.split(' ').map((name) => `${prefix}.${name}`);
const CLOCK = under(
  'clock',
  'limit startedAt spentBeforePause pausedAt thresholds.warning thresholds.final',
);
const PERSON = 'id name office department';
const PUBLIC_QUESTION = 'number text source name department state'.split(' ');
const DEFLECTION = 'reason department due'.split(' ');

/** What a view of each kind may tell. */
const KINDS: Record<string, readonly string[]> = {
  forum: [
    ...'id title theme venue startsAt scope[]'.split(' '),
    ...under('organisations[]', 'name part'),
    ...under('departments[]', 'id name head present'),
    ...under('speakers[]', PERSON),
  ],
  agenda: [
    'current',
    ...under('items[]', 'id stage title plannedStart plannedDuration startedAt endedAt'),
    ...under('items[].talks[]', 'speaker topic limit'),
  ],
  floor: [
    ...'turn kind phase topic position.index position.of'.split(' '),
    ...under('speaker', PERSON),
    ...under('next', PERSON),
    ...CLOCK,
  ],
  scene: ['kind', 'since'],
  current: [
    'id',
    ...PUBLIC_QUESTION,
    'tracking',
    ...DEFLECTION.map((field) => `deflection.${field}`),
  ],
  upNext: ['waiting', ...under('questions[]', 'id number text source')],
  join: ['url', 'address'],
  support: [''],
  talks: ['held'],
  runningNotes: under('notes[]', 'item owner note'),
  suggestion: ['question', ...DEFLECTION],
  undo: under('actions[]', 'entry command at by.role by.id question.id question.number'),
  presence: ['displays', 'phones', 'staff'],
  counts: [''],
  questions: PUBLIC_QUESTION,
  queue: [...PUBLIC_QUESTION, 'serial', 'queuedAt'],
  desk: [...PUBLIC_QUESTION, 'serial', 'askedAt', 'suggestedDepartment', 'notesToCome'],
  logged: 'number text source serial name state tracking loggedAt'.split(' '),
};

const EVERYONE = 'forum agenda floor talks scene current upNext';
const HOST = `${EVERYONE} join runningNotes suggestion undo presence`;
/** What each role is sent. */
const SEES: Record<Role, { documents: string; collections: string }> = {
  audience: { documents: EVERYONE, collections: 'questions counts' },
  display: { documents: `${EVERYONE} join support`, collections: '' },
  volunteer: { documents: EVERYONE, collections: 'logged' },
  moderator: { documents: EVERYONE, collections: 'desk queue counts' },
  host: { documents: HOST, collections: 'queue counts desk' },
  admin: { documents: HOST, collections: 'queue counts desk logged' },
};
const sorted = (names: Iterable<string>): string[] =>
  [...names].filter((name) => name !== '').sort();

describe.each(ROLES)('what %s may see', (role) => {
  const { documents, collections } = views[role];
  test('are the views in the table', () => {
    expect(sorted(Object.keys(documents))).toEqual(sorted(SEES[role].documents.split(' ')));
    expect(sorted(Object.keys(collections))).toEqual(sorted(SEES[role].collections.split(' ')));
    const spec = feedSpec(role);
    expect(sorted(Object.keys(spec.documents))).toEqual(sorted(Object.keys(documents)));
    expect(sorted(Object.keys(spec.collections))).toEqual(sorted(Object.keys(collections)));
  });

  const all: [string, z.core.$ZodType][] = [
    ...Object.entries(documents),
    ...Object.entries(collections),
  ];
  test.each(all)('are the fields of %s in the table', (name, schema) => {
    expect(fields(schema).sort()).toEqual([...(KINDS[name] ?? [])].sort());
  });
});

/** A secret in every kind of word. */
const SECRETS = {
  declinedText: 'SECRET-declined-text',
  declinedName: 'SECRET-declined-nm',
  declineNote: 'SECRET-decline-note',
  submittedText: 'SECRET-submitted-text',
  submittedName: 'SECRET-submitted-nm',
  slipText: 'SECRET-slip-text',
  serial: 'SECRET-SERIAL',
  answerNotes: 'SECRET-answer-notes',
};

describe('a forum with secrets in all words', async () => {
  const room = await roomWithForum();
  const guests = new Map<Role, Guest>(ROLES.map((role) => [role, room.enter(role)]));
  const by = (role: Role): Guest => guests.get(role) ?? room.enter(role);
  await by('host').does({ type: 'startAgendaItem', item: 'qa', from: null });
  await playForum(by, room.enter('audience', 'another-phone'));
  room.runTimers();

  test.each(ROLES)('%s is sent what the schemas say and nothing else', (role) => {
    const { documents, collections } = room.seat.room.feed(role).snapshot();
    for (const [name, schema] of Object.entries(views[role].documents)) {
      expect(schema.safeParse(documents[name]).error).toBeUndefined();
    }
    for (const [name, schema] of Object.entries(views[role].collections)) {
      const items = Object.values(collections[name] ?? {});
      expect(items.length, `${name} of ${role}`).toBeGreaterThan(0);
      for (const item of items) expect((schema as z.ZodType).safeParse(item).error).toBeUndefined();
    }
  });

  const heardBy = (role: Role): string =>
    JSON.stringify([
      by(role).sent,
      room.broadcasts.filter((broadcast) => broadcast.role === role),
      room.seat.room.feed(role).snapshot(),
    ]);
  const tracking = [...room.seat.engine.state.questions.entries()].map(([, row]) => row.tracking);

  test.each(['display', 'audience'] as const)('%s hears no secret', (role) => {
    const heard = heardBy(role);
    for (const secret of Object.values(SECRETS)) expect(heard).not.toContain(secret);
    for (const code of tracking.slice(0, -1)) expect(heard).not.toContain(code);
    expect(heard, 'the deflected one is on its card').toContain(tracking.at(-1));
  });

  test('staff hear of each what they work on', () => {
    expect(heardBy('moderator')).toContain(SECRETS.submittedText);
    expect(heardBy('host')).toContain(SECRETS.serial);
    expect(heardBy('volunteer')).toContain(SECRETS.slipText);
    expect(heardBy('volunteer')).not.toContain(SECRETS.submittedText);
    for (const role of ROLES) {
      expect(heardBy(role)).not.toContain(SECRETS.declineNote);
      expect(heardBy(role)).not.toContain(SECRETS.answerNotes);
    }
  });

  test('nobody hears pseudonyms, commitments or where words are kept', () => {
    const { voter, asker } = room.enter('audience', 'other').session;
    const never = [voter, asker, by('audience').session.voter, by('audience').session.asker];
    for (const [, { text }] of room.seat.engine.state.questions.entries())
      never.push(text.id, text.commitment);
    for (const role of ROLES) for (const token of never) expect(heardBy(role)).not.toContain(token);
  });
});

/** Questions 1 to 6: declined, submitted, a slip, answered with notes, queued, deflected. */
async function playForum(by: (role: Role) => Guest, anotherPhone: Guest): Promise<void> {
  const phone = by('audience');
  const volunteer = by('volunteer');
  const [moderator, host] = [by('moderator'), by('host')];
  const log = (text: string, name: string | null, serial: string) =>
    volunteer.does({ type: 'logQuestion', source: 'paper', text, name, serial, department: null });
  const mic = (text: string) =>
    volunteer.does({
      type: 'logQuestion',
      source: 'mic',
      text,
      name: null,
      serial: null,
      department: null,
    });
  await log(SECRETS.declinedText, SECRETS.declinedName, 'S-1');
  await anotherPhone.does({
    ...{ type: 'askQuestion', department: null },
    ...{ text: SECRETS.submittedText, name: SECRETS.submittedName },
  });
  await log(SECRETS.slipText, null, SECRETS.serial);
  for (const text of ['answered', 'queued', 'deflected']) await mic(text);
  await moderator.does({
    type: 'declineQuestion',
    question: '1',
    reason: 'abusive',
    note: SECRETS.declineNote,
  });
  await phone.does({ type: 'supportQuestion', question: '5', on: true });
  await host.does({ type: 'pickQuestion', question: '4', from: null });
  await host.does({ type: 'answerQuestion', question: '4', notes: SECRETS.answerNotes });
  await host.does({ type: 'pickQuestion', question: '6', from: null });
  await host.does({ type: 'startAnswer', question: '6', official: 'li' });
  await host.does({
    type: 'deflectQuestion',
    question: '6',
    reason: 'out_of_scope',
    department: 'roads',
    due: DUE,
  });
}
