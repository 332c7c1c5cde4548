import { describe, expect, it } from 'vitest';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { duration, instant, minutes } from '@wenzheng/shared/time/instant';
import type { Ack } from '@wenzheng/shared/wire/protocol';
import { Setup } from '../../../console/src/screens/agenda/setup';
import {
  changeItem,
  changeTask,
  changeTalk,
  moveItem,
  moveTalk,
  moveTask,
  setOrganisations,
  type SetupDocuments,
} from '../../../console/src/screens/agenda/setup-commands';

const item = (id: string, startedAt: number | null = null) => ({
  id,
  stage: 'qa' as const,
  title: id,
  plannedStart: instant(0),
  plannedDuration: minutes(10),
  startedAt: startedAt === null ? null : instant(startedAt),
  endedAt: null,
  reopened: null,
  talks: [],
});
const documents: SetupDocuments = {
  forum: {
    id: 'f1',
    title: 'Forum',
    theme: 'Theme',
    venue: 'Square',
    startsAt: instant(0),
    organisations: [
      { name: 'City', part: 'host' },
      { name: 'Radio', part: 'co_organiser' },
    ],
    departments: [{ id: 'd1', name: 'Housing', head: 's1', present: true }],
    speakers: [{ id: 's1', name: 'Wang', office: 'Head', department: 'Housing' }],
    areas: [],
    topics: [],
    scope: [],
    rules: [],
    safety: [],
    moderation: 'pre',
    closedAt: null,
    rehearsal: false,
  },
  agenda: { items: [item('a', 1), item('b'), item('c'), item('d')], current: 'a' },
  runningNotes: { notes: [{ item: 'b', owner: 'Lin', note: 'Phones silent' }] },
  setup: { keywords: [{ department: 'd1', words: ['lift', 'roof'] }] },
  roster: { representatives: [] },
  glossary: { terms: [] },
  rudeWords: [],
  staffSafety: [],
  checklist: {
    tasks: ['t1', 't2', 't3'].map((id) => ({
      id,
      title: id,
      owner: '',
      daysBefore: 7,
      done: null,
    })),
  },
  media: { media: [], items: [{ item: 'a', clip: 'film', slides: null }] },
};

describe('commands of the checklist', () => {
  const { tasks } = documents.checklist;
  it('carry along what is not changed', () => {
    expect(changeTask(documents, 't2', { owner: 'Lin' })).toEqual({
      type: 'putTask',
      task: { id: 't2', title: 't2', owner: 'Lin', daysBefore: 7 },
      before: null,
    });
    expect(changeTask(documents, 'gone', {})).toBe('checklist.unknown_task');
  });
  it('move a task a place, and none past the ends', () => {
    expect(moveTask(tasks, 't2', -1)).toEqual({ type: 'moveTask', task: 't2', before: 't1' });
    expect(moveTask(tasks, 't1', 1)).toEqual({ type: 'moveTask', task: 't1', before: 't3' });
    expect(moveTask(tasks, 't2', 1)).toEqual({ type: 'moveTask', task: 't2', before: null });
    expect([moveTask(tasks, 't1', -1), moveTask(tasks, 't3', 1)]).toEqual([null, null]);
    expect(moveTask(tasks, 'gone', 1)).toBeNull();
  });
});

describe('commands of the set-up', () => {
  it('replace the organisations of one part and keep the others', () => {
    expect(setOrganisations(documents, 'organiser', ['Office', 'Club'])).toEqual({
      type: 'editForum',
      fields: {
        organisations: [
          { name: 'City', part: 'host' },
          { name: 'Office', part: 'organiser' },
          { name: 'Club', part: 'organiser' },
          { name: 'Radio', part: 'co_organiser' },
        ],
      },
    });
  });

  it('carry the owner and the note of an item along with another change', () => {
    expect(changeItem(documents, 'b', () => ({ title: 'New' }))).toEqual({
      type: 'putAgendaItem',
      item: {
        id: 'b',
        stage: 'qa',
        title: 'New',
        plannedDuration: minutes(10),
        talks: [],
        owner: 'Lin',
        note: 'Phones silent',
      },
      before: null,
    });
  });

  it('are none for what is gone', () => {
    expect(changeItem(documents, 'gone', () => ({ title: 'New' }))).toBe('agenda.unknown_item');
  });

  it.each([
    ['c', -1, 'b'],
    ['b', 1, 'd'],
    ['c', 1, null],
  ] as const)('move %s by %i before %s', (id, step, before) => {
    expect(moveItem(documents.agenda.items, id, step)).toEqual({
      type: 'moveAgendaItem',
      item: id,
      before,
    });
  });

  it.each([
    ['a', 1],
    ['b', -1],
    ['d', 1],
  ] as const)('do not move %s by %i: past the end, or what has begun', (id, step) => {
    expect(moveItem(documents.agenda.items, id, step)).toBeNull();
  });

  it('move and change one talk and leave the others', () => {
    const talks = ['x', 'y', 'z'].map((speaker) => ({ speaker, topic: '', limit: minutes(5) }));
    const order = (moved: typeof talks): string => moved.map(({ speaker }) => speaker).join('');
    expect(order(moveTalk(talks, 'z', -1))).toBe('xzy');
    expect(order(moveTalk(talks, 'x', 1))).toBe('yxz');
    expect(order(moveTalk(talks, 'x', -1))).toBe('xyz');
    expect(changeTalk(talks, 'y', { topic: 'Buses' }).map(({ topic }) => topic)).toEqual([
      '',
      'Buses',
      '',
    ]);
  });
});

describe('the way to the hub', () => {
  /** A hub that answers when told to, and takes in departments. */
  function hub() {
    let now = documents;
    const sent: CommandInput[] = [];
    const setup = new Setup(
      () => now,
      async (command): Promise<Ack> => {
        sent.push(command);
        await Promise.resolve();
        if (command.type === 'putDepartment') {
          const { keywords, ...department } = command.department;
          now = {
            ...now,
            forum: { ...now.forum, departments: [department] },
            setup: { keywords: [{ department: department.id, words: keywords }] },
          };
        }
        return { ok: true };
      },
    );
    return { setup, sent };
  }

  it('makes each command from what the one before has left', async () => {
    const { setup, sent } = hub();
    await Promise.all([
      setup.changeDepartment('d1', { name: 'Housing and building' }),
      setup.changeDepartment('d1', { present: false }),
    ]);
    expect(sent.at(-1)).toEqual({
      type: 'putDepartment',
      department: {
        id: 'd1',
        name: 'Housing and building',
        head: 's1',
        present: false,
        keywords: ['lift', 'roof'],
      },
    });
  });

  it('answers for what is gone, and goes on', async () => {
    const { setup, sent } = hub();
    const [gone, next] = await Promise.all([
      setup.changeSpeaker('nobody', { name: 'Li' }),
      setup.editForum({ title: 'Other' }),
    ]);
    expect(gone).toEqual({ ok: false, code: 'agenda.unknown_speaker' });
    expect(next).toEqual({ ok: true });
    expect(sent).toEqual([{ type: 'editForum', fields: { title: 'Other' } }]);
  });

  it('gives what is new an id of its own', async () => {
    const { setup, sent } = hub();
    const fields = { stage: 'qa', title: 'More', plannedDuration: duration(60_000) } as const;
    await setup.addItem(fields);
    await setup.addItem(fields);
    const ids = sent.flatMap((command) =>
      command.type === 'putAgendaItem' ? command.item.id : [],
    );
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{1,32}$/);
  });
});
