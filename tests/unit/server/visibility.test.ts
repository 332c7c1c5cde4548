/** Every field of every view has a row here: who may see it, and that nobody sees anything else. */
import { ROLES, type Role } from '@wenzheng/shared/forum/access';
import { feedSpec } from '@wenzheng/server/src/engine/feed-specs';
import { placedMap } from '@wenzheng/shared/forum/opinion-map';
import { views } from '@wenzheng/shared/wire/views';
import { minutes } from '@wenzheng/shared/time/instant';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { DUE, seeing } from '../../support/given';
import { beside } from '../../support/photo';
import { roomWithForum, type Guest, type TestRoom } from '../../support/room';

/** Paths of the fields of a schema; `[]` stands for the items of an array, `*` for the values of a record. */
function fields(schema: z.core.$ZodType, path = ''): string[] {
  if (schema instanceof z.ZodNullable) return fields(schema.unwrap(), path);
  if (schema instanceof z.ZodArray) return fields(schema.element, `${path}[]`);
  if (schema instanceof z.ZodTuple)
    return schema.def.items.flatMap((item, index) => fields(item, `${path}.${index}`));
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
const CLOCK = 'limit startedAt spentBeforePause pausedAt thresholds.warning thresholds.final';
const REPRESENTATIVE = 'id name chosenBy of';
const MAP_STATEMENT = 'id number text side share';
const TALLY = 'agree disagree pass';
const SLIP_DIFFERENCE = 'out excess missing toEnter surplus';
const SLIP_SUMS = `printed unissued issued returned entered void ${SLIP_DIFFERENCE}`;
const PERSON = 'id name office department';
const PUBLIC_QUESTION = 'number text source name department state'.split(' ');
const INCLUDED = under('included[]', 'id number text');
const DEFLECTION = 'reason department due'.split(' ');

const POLL = [
  ...'id kind text options[] most steps low high who live'.split(' '),
  ...'round state shown openedAt'.split(' '),
];
const POLL_RESULT = [
  ...'poll voters of'.split(' '),
  ...['total', 'hall', 'online'].flatMap((part) => under(part, 'voters counts[] points[]')),
  ...under('words[]', 'text count shown'),
  ...under('texts[]', 'id text'),
];

/** What a view of each kind may tell. */
const KINDS: Record<string, readonly string[]> = {
  emergency: 'number kind drill message since'.split(' '),
  staffSafety: ['[]'],
  stageMessage: 'number template text since'.split(' '),
  help: [
    ...under('calls[]', 'number reason zone where at'),
    ...['by', 'coming'].flatMap((who) => under(`calls[].${who}`, 'id role name')),
  ],
  checklist: under('tasks[]', 'id title owner daysBefore done.by done.at'),
  displays: under('displays[]', 'id name connected holds[] shows scene question since'),
  assignments: '[].display [].name [].shows [].scene [].question [].since [].identified'.split(' '),
  forum: [
    ...'id title theme venue startsAt topics[] areas[] scope[] rules[] safety[]'.split(' '),
    ...'moderation closedAt rehearsal'.split(' '),
    ...under('organisations[]', 'name part'),
    ...under('departments[]', 'id name head present'),
    ...under('speakers[]', PERSON),
  ],
  agenda: [
    'current',
    ...under('items[]', 'id stage title plannedStart plannedDuration startedAt endedAt'),
    ...under('items[].reopened', 'since heldBefore'),
    ...under('items[].talks[]', 'speaker topic limit'),
  ],
  floor: [
    ...'turn kind phase topic setBack position.index position.of'.split(' '),
    ...under('speaker', PERSON),
    ...under('next', PERSON),
    ...under('clock', CLOCK),
    ...under('beside[]', PERSON),
    'interjection.number',
    ...under('interjection.by', 'side name'),
    ...under('interjection.clock', CLOCK),
    ...under('exchange', 'id number'),
    ...under('exchange.representative', REPRESENTATIVE),
    ...under('exchange.clocks.representative', CLOCK),
    ...under('exchange.clocks.official', CLOCK),
  ],
  scene: ['kind', 'since'],
  card: 'term word plain example'.split(' '),
  glossary: under('terms[]', 'id word plain example items[]'),
  plainness: ['turn', 'unclear'],
  film: 'clip length startedAt position'.split(' '),
  slidesShown: 'slides page pages'.split(' '),
  media: [
    ...under('media[]', 'id kind type name bytes length pages addedAt'),
    ...under('items[]', 'item clip slides'),
  ],
  ready: ['clips[]', 'slides[]'],
  current: [
    'id',
    'answerers[]',
    ...PUBLIC_QUESTION,
    'tracking',
    ...DEFLECTION.map((field) => `deflection.${field}`),
  ],
  upNext: ['waiting', 'untilHall', ...under('questions[]', 'id number text source')],
  picking: ['hallEvery', 'countsHidden'],
  micQueue: ['called', 'next[]', 'waiting'],
  rating: [
    ...'answer kind number open count'.split(' '),
    ...['total', 'hall', 'online'].flatMap((part) => under(part, 'satisfied partly not')),
  ],
  poll: [...POLL],
  polls: under('polls[]', `${POLL.join(' ')} closedAt`),
  pollResult: POLL_RESULT,
  pollResults: POLL_RESULT,
  pollTexts: 'poll text state department'.split(' '),
  micNumbers: under('numbers[]', 'number name area department again state question'),
  picks: ['picked', ...under('picks[]', 'id number source text manner support rank among waited')],
  topAsked: under('questions[]', 'id number text support asked'),
  join: ['url', 'address'],
  hall: ['code'],
  hallCounts: [''],
  ticketBatches: 'first count seat until at revoked'.split(' '),
  tickets: ['state'],
  wifi: ['network', 'password'],
  support: [''],
  talks: ['held'],
  runningNotes: under('notes[]', 'item owner note'),
  setup: under('keywords[]', 'department words[]'),
  suggestion: ['question', ...DEFLECTION],
  undo: under('actions[]', 'entry command at by.role by.id question.id question.number'),
  presence: ['displays', 'phones', 'staff'],
  connected: ['displays', 'kiosks', ...under('staff[]', 'id role name connections')],
  counts: [''],
  questions: [...PUBLIC_QUESTION, 'with[]'],
  queue: [
    ...PUBLIC_QUESTION,
    ...'serial zone area topic mic called queuedAt revision'.split(' '),
    ...INCLUDED,
  ],
  desk: [
    ...PUBLIC_QUESTION,
    ...'serial zone askedAt suggestedDepartment notesToCome reviewToCome original shown'.split(' '),
    ...'unmasked revision'.split(' '),
    ...INCLUDED,
  ],
  writtenDown: [
    ...'number text department answerers[] notes revision written.at written.why'.split(' '),
    ...under('commitment', 'what department due'),
    ...under('earlier[]', 'notes at why'),
    ...under('earlier[].commitment', 'what department due'),
  ],
  logged: 'number text source serial name state tracking loggedAt'.split(' '),
  roster: under('representatives[]', `${REPRESENTATIVE} exchanges`),
  exchanges: [
    ...'number representative startedAt endedAt outcome.kind outcome.summary revision'.split(' '),
    ...under('official', PERSON),
    ...under('outcome.commitment', 'what department due'),
    ...under('written', 'at why'),
    ...under('earlier[]', 'kind summary at why'),
    ...under('earlier[].commitment', 'what department due'),
  ],
  heldTurns: [
    ...'kind item begunAt endedAt times[].who times[].limit times[].spent'.split(' '),
    ...under('official', PERSON),
    ...under('exchange', 'number representative'),
  ],
  statements: ['number', 'text'],
  statementDesk: 'number text state prepared at department'.split(' '),
  tallies: TALLY.split(' '),
  opinionMap: [
    ...'at people statements stable othersHidden'.split(' '),
    ...under('shared[]', MAP_STATEMENT),
    ...under('groups[]', 'id people'),
    ...under('groups[].shape', 'x y long broad turn'),
    ...under('groups[].standsFor[]', MAP_STATEMENT),
    ...under('places[]', '0 1 2 3'),
  ],
  opinionMapAt: [''],
  statementPriorities: ['.*'],
  opinions: [
    ...'total answers people'.split(' '),
    ...under('statements[]', 'id number text'),
    ...under('statements[].tally', TALLY),
  ],
  results: [
    ...'asked bySource.* byState.* deflected.* supports supportsInHall exchanges statements answers'.split(
      ' ',
    ),
    ...under('mostSupported[]', 'id number text support state'),
    ...['rated.answers', ...under('rated.faces', 'satisfied partly not')],
    ...under('commitments[]', 'what department due question exchange'),
  ],
  closing: 'notesToCome outcomesToCome slipsOpen unscreened waiting statementsToReview'.split(' '),
  deskTotals: 'unseen statementsToReview statementsApproved'.split(' '),
  loggedTotal: [''],
  slips: [
    ...'check toCheck named.why named.holds'.split(' '),
    ...under('named.difference', SLIP_DIFFERENCE),
    ...under('total', SLIP_SUMS),
    ...under('batches[]', `batch late illegible ${SLIP_SUMS}`),
    ...under('batches[].printings[]', 'first last at'),
    ...['unissued', 'out', 'missing'].flatMap((kind) =>
      under(`batches[].${kind}Numbers[]`, 'first last'),
    ),
    ...under('boxes[]', 'id number seal sealedAt openedAt openedBy settled'),
    ...under('boxes[].counts[]', 'batch count'),
  ],
  slipDesk: [
    ...'serial state illegible late box photo'.split(' '),
    ...under('entries[]', 'question number text name state by toCheck revision'),
  ],
  rudeWords: ['[]'],
};

const EVERYONE =
  'emergency forum agenda floor talks scene card current upNext picking micQueue rating poll pollResult';
const DISPLAY = 'emergency forum floor assignments';
const HOST = `${EVERYONE} staffSafety help film slidesShown media stageMessage displays join hall runningNotes suggestion undo presence connected roster glossary plainness polls opinions opinionMap results picks topAsked closing deskTotals slips micNumbers`;
const DESK = 'queue counts hallCounts desk writtenDown statementDesk pollTexts exchanges slipDesk';
const TICKETS = 'ticketBatches tickets';
/** What each role is sent. */
const SEES: Record<Role, { documents: string; collections: string }> = {
  audience: {
    documents: `${EVERYONE} results topAsked opinionMapAt statementPriorities`,
    collections: 'questions counts statements',
  },
  kiosk: { documents: `${EVERYONE} join`, collections: 'questions counts' },
  display: {
    documents: `${EVERYONE} film slidesShown ready assignments join hall support opinions opinionMap results picks topAsked`,
    collections: '',
  },
  stage: { documents: `${DISPLAY} current stageMessage plainness`, collections: '' },
  lobby: { documents: `${DISPLAY} agenda micQueue`, collections: '' },
  overlay: { documents: `${DISPLAY} current`, collections: '' },
  volunteer: {
    documents: `${EVERYONE} staffSafety help loggedTotal slips micNumbers`,
    collections: 'logged slipDesk',
  },
  moderator: {
    documents: `${EVERYONE} staffSafety help undo closing deskTotals slips micNumbers`,
    collections: `${DESK} tallies`,
  },
  host: { documents: HOST, collections: `${DESK} ${TICKETS} heldTurns pollResults` },
  admin: {
    documents: `${HOST} setup checklist wifi loggedTotal rudeWords`,
    collections: `${DESK} ${TICKETS} heldTurns pollResults tallies logged`,
  },
};
const sorted = (names: Iterable<string>): string[] =>
  [...names].filter((name) => name !== '').sort();

test('a phone that asks for the map of opinion is told its lines, and no place', () => {
  const lines = (KINDS['opinionMap'] ?? []).filter((name) => !name.startsWith('places'));
  const where = under('where', 'statements[] centre[] x[] y[]');
  expect(sorted(fields(placedMap))).toEqual(sorted([...lines, ...where]));
});

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

/** A secret in every kind of word. At most twenty characters where it is a name. */
const SECRETS = {
  staffSafety: 'SECRET-staff-safety',
  helpWhere: 'SECRET-help-where',
  task: 'SECRET-task',
  taskOwner: 'SECRET-task-owner',
  emergencyMessage: 'SECRET-emergency-message',
  stageMessage: 'SECRET-stage-message',
  displayName: 'SECRET-display-name',
  declinedText: 'SECRET-declined-text',
  declinedName: 'SECRET-declined-nm',
  declineNote: 'SECRET-decline-note',
  submittedText: 'SECRET-submitted-text',
  submittedName: 'SECRET-submitted-nm',
  slipText: 'SECRET-slip-text',
  serial: 'SECRET-SERIAL',
  answerNotes: 'SECRET-answer-notes',
  correctedNotes: 'SECRET-corrected-notes',
  correctionReason: 'SECRET-correction-reason',
  originalText: 'SECRET-original-text',
  phoneNumber: '13800138000',
  numberInName: '13900139000',
  numberAtMic: '13700137000',
  mergedText: 'SECRET-merged-text',
  mergedName: 'SECRET-merged-nm',
  submittedStatement: 'SECRET-submitted-statement',
  declinedStatement: 'SECRET-declined-statement',
  kioskStatement: 'SECRET-kiosk-statement',
  unusedName: 'SECRET-rep-name',
  unusedPlace: 'SECRET-rep-place',
  micName: 'SECRET-mic-name',
  outcome: 'SECRET-outcome-summary',
  network: 'SECRET-network',
  password: 'SECRET-password',
  seat: 'SECRET-seat',
  note: 'ring the bell',
  keyword: '自来水',
  boxSlipText: 'SECRET-box-slip-text',
  openedBy: 'SECRET-opened-by',
  seal: 'SECRET-SEAL',
  filmName: 'fSECRET-film-name',
  slidesName: 'sSECRET-slides-name',
  whyMissing: 'SECRET-why-missing',
  preparedWord: 'SECRET-prepared',
  shownWord: 'SECRET-shown',
  preparedPoll: 'SECRET-prepared-poll',
  waitingText: 'SECRET-waiting-text',
  // Of a cloud: shown but for what it says.
  heldWord: '13600136000',
};
/** Who hears it. */
const HEARD: Record<keyof typeof SECRETS, readonly Role[]> = {
  declinedText: ['admin', 'host', 'moderator', 'volunteer'],
  declinedName: ['admin', 'host', 'moderator', 'volunteer'],
  declineNote: [],
  submittedText: ['admin', 'host', 'moderator'],
  submittedName: ['admin', 'host', 'moderator'],
  slipText: ['admin', 'host', 'moderator', 'volunteer'],
  serial: ['admin', 'host', 'moderator', 'volunteer'],
  // Whoever asked it reads them beside these; it came from the microphone.
  answerNotes: ['admin', 'host', 'moderator'],
  correctedNotes: ['admin', 'host', 'moderator'],
  correctionReason: ['admin', 'host', 'moderator'],
  originalText: ['admin', 'host', 'moderator'],
  phoneNumber: ['admin', 'host', 'moderator'],
  numberInName: ['admin', 'host', 'moderator'],
  numberAtMic: ['admin', 'host', 'moderator'],
  mergedText: ['admin', 'host', 'moderator'],
  mergedName: ['admin', 'host', 'moderator'],
  submittedStatement: ['admin', 'host', 'moderator'],
  declinedStatement: ['admin', 'host', 'moderator'],
  kioskStatement: ['admin', 'host', 'moderator'],
  unusedName: ['admin', 'host'],
  unusedPlace: ['admin', 'host'],
  micName: ['admin', 'host', 'moderator', 'volunteer'],
  outcome: ['admin', 'host', 'moderator'],
  network: ['admin'],
  password: ['admin'],
  // And the phone that came by the ticket; see below.
  seat: ['admin', 'host', 'audience'],
  note: ['admin', 'host'],
  keyword: ['admin'],
  boxSlipText: ['admin', 'host', 'moderator', 'volunteer'],
  openedBy: ['admin', 'host', 'moderator', 'volunteer'],
  seal: ['admin', 'host', 'moderator', 'volunteer'],
  // Displays are told only which file it is.
  filmName: ['admin', 'host'],
  slidesName: ['admin', 'host'],
  whyMissing: ['admin', 'host', 'moderator', 'volunteer'],
  preparedWord: ['admin', 'host'],
  shownWord: ROLES.filter((role) => !['stage', 'lobby', 'overlay'].includes(role)),
  preparedPoll: ['admin', 'host'],
  // And the phone that wrote it.
  waitingText: ['admin', 'host', 'moderator'],
  heldWord: ['admin', 'host', 'moderator'],
  staffSafety: ['admin', 'host', 'moderator', 'volunteer'],
  helpWhere: ['admin', 'host', 'moderator', 'volunteer'],
  task: ['admin'],
  taskOwner: ['admin'],
  emergencyMessage: [...ROLES],
  stageMessage: ['admin', 'host', 'stage'],
  displayName: ['admin', 'host', 'display', 'stage', 'lobby', 'overlay'],
};

describe('a forum with secrets in all words', async () => {
  const room = await roomWithForum();
  const guests = new Map<Role, Guest>(ROLES.map((role) => [role, room.enter(role)]));
  const by = (role: Role): Guest => guests.get(role) ?? room.enter(role);
  await by('host').does({ type: 'startAgendaItem', item: 'qa', from: null });
  await playForum(room, by, room.enter('audience', 'another-phone'));
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
  const rows = [...room.seat.engine.state.questions.entries()].map(([, row]) => row);

  const cells = ROLES.flatMap((role) =>
    Object.entries(HEARD).map(([secret, roles]) => ({
      ...{ role, secret, hears: roles.includes(role) },
      words: SECRETS[secret as keyof typeof SECRETS],
    })),
  );
  test.each(cells)('$role hears $secret: $hears', ({ role, words, hears }) => {
    expect(heardBy(role).includes(words)).toBe(hears);
  });

  test.each(['display', 'audience', 'kiosk', 'host', 'moderator'] as const)(
    '%s hears the tracking code of the deflected question and no other',
    (role) => {
      const heard = heardBy(role);
      for (const { tracking, state } of rows) {
        expect(heard.includes(tracking)).toBe(state === 'deflected');
      }
    },
  );

  test.each(ROLES)('%s hears no code of a stub', (role) => {
    const entered = rows.map(({ tracking }) => tracking);
    for (const [, { code }] of room.seat.engine.state.slips.entries())
      if (!entered.includes(code)) expect(heardBy(role)).not.toContain(code);
  });

  test('everyone hears the words around a number, and what covers it', () => {
    for (const role of ['display', 'audience', 'kiosk', 'volunteer'] as const) {
      expect(heardBy(role)).toContain('most supported ＊＊＊＊＊＊＊＊＊＊＊');
      expect(heardBy(role)).toContain('queued ＊＊＊＊＊＊＊＊＊＊＊');
    }
  });

  test('everyone hears the words that a desk has put in place', () => {
    for (const role of ['display', 'audience', 'kiosk'] as const)
      expect(heardBy(role)).toContain('edited');
  });

  test('nobody hears the code of a ticket, used or not', () => {
    const { codes } = room.seat.room.ports;
    for (const role of ROLES)
      for (const number of [1, 2, 3])
        for (const code of [codes.ticketCode(number), codes.ticketCode(number).replace('-', '')])
          expect(heardBy(role)).not.toContain(code);
  });

  test('the code on the big screen is heard by the big screen, and those who run the floor', () => {
    const { code } = z
      .object({ code: z.string() })
      .parse(room.seat.room.feed('display').snapshot().documents['hall']);
    for (const role of ROLES)
      expect(heardBy(role).includes(code)).toBe(['admin', 'host', 'display'].includes(role));
  });

  test('what a ticket says is heard by its own phone alone', () => {
    const others = [
      room.broadcasts.filter(({ role }) => role === 'audience'),
      room.seat.room.feed('audience').snapshot(),
      room.enter('audience', 'other').sent,
    ];
    expect(JSON.stringify(others)).not.toContain(SECRETS.seat);
  });

  test('nobody hears pseudonyms, commitments or where words are kept', () => {
    const { voter, asker, holder } = room.enter('audience', 'other').session;
    const own = by('audience').session;
    const never = [voter, asker, holder, own.voter, own.asker, own.holder];
    const { questions, statements, pollTexts, representatives, wifi } = room.seat.engine.state;
    const words = [
      ...[...questions.entries(), ...statements.entries(), ...pollTexts.entries()].map(
        ([, { text }]) => text,
      ),
      ...[...representatives.entries()].map(([, { name }]) => name),
    ];
    if (wifi.value) words.push(wifi.value.network);
    for (const { id, commitment } of words) never.push(id, commitment);
    for (const role of ROLES) for (const token of never) expect(heardBy(role)).not.toContain(token);
  });
});

/**
 * Questions 1 to 10: declined, submitted, a slip, answered with notes, queued, deflected, queued and answered with
 * numbers in them, edited and queued, merged.
 * Statements 1 to 4: submitted at a phone and at a kiosk, declined, added. One exchange of two representatives.
 */
async function playForum(
  room: TestRoom,
  by: (role: Role) => Guest,
  anotherPhone: Guest,
): Promise<void> {
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
  // What stands in all lists and on the floor is what numbers are looked for in.
  for (const text of ['queued', 'most supported'])
    await volunteer.does({
      ...{ type: 'logQuestion', source: 'mic', serial: null, department: null },
      ...{ text: `${text} ${SECRETS.phoneNumber}`, name: `王 ${SECRETS.numberInName}` },
    });
  await moderator.does({
    type: 'declineQuestion',
    question: '1',
    reason: 'abusive',
    note: SECRETS.declineNote,
  });
  await phone.does({ type: 'supportQuestion', question: '5', on: true });
  await host.does({ type: 'pickQuestion', question: '4', from: null });
  await host.does({ type: 'answerQuestion', question: '4', notes: SECRETS.answerNotes });
  await moderator.does(
    seeing(room.seat.engine.state, {
      ...{ type: 'completeNotes', question: '4', notes: SECRETS.correctedNotes },
      ...{ commitment: null, why: SECRETS.correctionReason, from: 0 },
    }),
  );
  await phone.does({ type: 'supportQuestion', question: '8', on: true });
  await host.does({ type: 'pickQuestion', question: '8', from: null });
  await host.does({ type: 'answerQuestion', question: '8', notes: null });
  await host.does({ type: 'pickQuestion', question: '6', from: null });
  await host.does({ type: 'startAnswer', question: '6', official: 'li' });
  await anotherPhone.does({
    ...{ type: 'askQuestion', department: null, name: null },
    text: SECRETS.originalText,
  });
  await moderator.does(
    seeing(room.seat.engine.state, {
      ...{ type: 'editQuestion', question: '9', text: 'edited', from: 0 },
    }),
  );
  await moderator.does({ type: 'screenQuestion', question: '9', department: null });
  await anotherPhone.does({
    ...{ type: 'askQuestion', department: null },
    ...{ text: SECRETS.mergedText, name: SECRETS.mergedName },
  });
  await moderator.does({ type: 'mergeQuestion', question: '10', into: '5' });
  await host.does({
    type: 'deflectQuestion',
    question: '6',
    reason: 'out_of_scope',
    department: 'roads',
    due: DUE,
  });
  await playAdmission(room, by);
  for (const name of [SECRETS.micName, `王 ${SECRETS.numberAtMic}`])
    await volunteer.does({
      ...{ type: 'giveMicNumber', name },
      ...{ area: 'East', department: 'water', again: false },
    });
  await playOpinions(by, anotherPhone);
  await playPaperBox(by);
  await playExchange(host);
  await playCards(host);
  await playPolls(host, room.enter('audience', 'third-phone'));
  await playMedia(by('admin'));
  await by('admin').does({ type: 'editForum', fields: { staffSafety: [SECRETS.staffSafety] } });
  await host.does({
    ...{ type: 'renameDisplay', display: 'main.WALL23456789' },
    name: SECRETS.displayName,
  });
  await host.does({ type: 'tellStage', say: { text: SECRETS.stageMessage } });
  await volunteer.does({
    ...{ type: 'callForHelp', reason: 'medical', zone: 'rest' },
    where: SECRETS.helpWhere,
  });
  const task = { id: 't', title: SECRETS.task, owner: SECRETS.taskOwner, daysBefore: 3 };
  await by('admin').does({ type: 'putTask', task, before: null });
  await by('admin').does({ type: 'tickTask', task: 't', done: true });
  await host.does({
    ...{ type: 'raiseEmergency', kind: 'other', drill: true },
    message: SECRETS.emergencyMessage,
  });
}

/** Two cards of which one was on the big screen. */
async function playCards(host: Guest): Promise<void> {
  for (const word of [SECRETS.preparedWord, SECRETS.shownWord])
    await host.does({
      ...{ type: 'putTerm', term: { id: word, word, plain: 'plain', example: '', items: ['qa'] } },
    });
  await host.does({ type: 'showCard', term: SECRETS.shownWord });
}

/** One poll that is prepared, one with written answers of which one is let through, and a cloud, shown. */
async function playPolls(host: Guest, phone: Guest): Promise<void> {
  const poll = {
    ...{ options: [], most: null, steps: null, low: '', high: '' },
    who: 'anyone' as const,
  };
  await host.does({
    type: 'putPoll',
    poll: { ...poll, id: 'later', kind: 'faces', text: SECRETS.preparedPoll, live: false },
  });
  await host.does({
    type: 'askPoll',
    poll: { ...poll, id: 'texts', kind: 'text', text: 'What is missing?', live: true },
  });
  await phone.does({ type: 'castBallot', poll: 'texts', ballot: { text: SECRETS.waitingText } });
  await host.does({ type: 'closePoll', poll: 'texts' });
  await host.does({
    type: 'askPoll',
    poll: { ...poll, id: 'cloud', kind: 'cloud', text: 'In a word?', live: true },
  });
  await phone.does({ type: 'castBallot', poll: 'cloud', ballot: { text: SECRETS.heldWord } });
}

/** A film and slides for the running item; both were shown. */
async function playMedia(admin: Guest): Promise<void> {
  const [clip, slides] = [SECRETS.filmName, SECRETS.slidesName].map(
    (name) => beside({ command: { type: 'addMedia', name } }).file?.id ?? '',
  ) as [string, string];
  await admin.does({ type: 'addMedia', name: SECRETS.filmName });
  await admin.does({ type: 'addMedia', name: SECRETS.slidesName });
  await admin.does({ type: 'setItemMedia', item: 'qa', clip, slides });
  await admin.does({ type: 'playClip', clip, from: 'start' });
  await admin.does({ type: 'showSlides', slides, page: 2 });
  await admin.does({ type: 'showScene', scene: 'floor' });
}

/** Three slips of which one is entered, out of a box; a code of a stub that nobody is to be sent. */
async function playPaperBox(by: (role: Role) => Guest): Promise<void> {
  const [host, volunteer] = [by('host'), by('volunteer')];
  await host.does({ type: 'printSlips', batch: 'BOX', count: 3 });
  await host.does({ type: 'setSlipCheck', check: 'all' });
  await volunteer.does({ type: 'sealBox', seal: SECRETS.seal });
  const counts = [{ batch: 'BOX', count: 2 }];
  await volunteer.does({ type: 'openBox', box: '1', by: SECRETS.openedBy, counts });
  await volunteer.does({
    ...{ type: 'enterSlip', serial: 'BOX-0001', box: '1', late: false },
    ...{ text: SECRETS.boxSlipText, name: null, further: false },
  });
  await volunteer.does({ type: 'putSlipPhoto', serial: 'BOX-0001' });
  const difference = { out: 0, excess: 1, missing: 0, toEnter: 1, surplus: 0 };
  await host.does({ type: 'nameDifference', difference, why: SECRETS.whyMissing });
}

/** Three tickets: one was used, one revoked. */
async function playAdmission(room: TestRoom, by: (role: Role) => Guest): Promise<void> {
  const { codes } = room.seat.room.ports;
  await by('admin').does({
    ...{ type: 'setWifi', network: SECRETS.network, password: SECRETS.password },
  });
  await by('host').does({ type: 'issueTickets', count: 3, seat: SECRETS.seat, until: null });
  await by('host').does({ type: 'revokeTicket', ticket: 2 });
  await by('audience').does({ type: 'presentCode', code: codes.ticketCode(1) });
  await by('audience').does({ type: 'supportQuestion', question: '5', on: true });
  await by('kiosk').does({
    ...{ type: 'supportByCode', question: '5', on: true },
    code: codes.ticketCode(3),
  });
}

async function playOpinions(by: (role: Role) => Guest, anotherPhone: Guest): Promise<void> {
  const moderator = by('moderator');
  await anotherPhone.does({ type: 'submitStatement', text: SECRETS.submittedStatement });
  await by('kiosk').does({ type: 'submitStatement', text: SECRETS.kioskStatement });
  await anotherPhone.does({ type: 'submitStatement', text: SECRETS.declinedStatement });
  await moderator.does({ type: 'addStatement', text: 'added' });
  await moderator.does({ type: 'declineStatement', statement: '3', reason: 'abusive' });
  await by('audience').does({ type: 'answerStatement', statement: '4', answer: 'agree' });
}

async function playExchange(host: Guest): Promise<void> {
  const put = (id: string, name: string, of: string) =>
    host.does({ type: 'putRepresentative', representative: { id, name, of, chosenBy: 'place' } });
  await put('r1', 'Aunt Zhou', 'East Lane');
  await put('r2', SECRETS.unusedName, SECRETS.unusedPlace);
  const quota = minutes(3);
  const { entry: turn = 0 } = await host.does({
    ...{ type: 'startExchange', representative: 'r1', official: 'li', quota },
    from: null,
  });
  const commitment = { what: 'a lift', department: 'roads', due: DUE };
  await host.does({
    ...{ type: 'endExchange', turn },
    outcome: { kind: 'committed', summary: SECRETS.outcome, commitment },
  });
}
