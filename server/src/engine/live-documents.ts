/** Documents that belong to no room: what can be undone, who is connected, where phones come in. */
import type { ConnectedView, JoinView, PresenceView } from '@wenzheng/shared/forum/access';
import type { UndoView } from '@wenzheng/shared/forum/undo';
import { documentView } from './views';

export const undoDocument = documentView({
  reads: ['undoable', 'forum'],
  build: ({ state }): UndoView => {
    const closedAt = state.forum.value?.closedAt ?? null;
    // What was done before the closing is not offered after it.
    const actions = state.undoable.value.filter(({ at }) => closedAt === null || at > closedAt);
    return {
      actions: actions.map(({ entry, command, by, at, question }) => {
        const row = question === null ? undefined : state.questions.get(question);
        return {
          entry,
          command,
          by: { role: by.role, id: by.id },
          at,
          question: row ? { id: row.id, number: row.number } : null,
        };
      }),
    };
  },
});

export const presenceDocument = documentView({
  reads: [],
  tallies: ['presence'],
  build: ({ attendance: { counts } }): PresenceView => ({
    displays: counts.displays,
    phones: counts.phones,
    staff: counts.staff,
  }),
});

export const connectedDocument = documentView({
  reads: [],
  tallies: ['connected'],
  build: ({ attendance: { connected } }): ConnectedView => ({
    staff: connected.staff.map(({ id, role, name, connections }) => ({
      ...{ id, role, name, connections },
    })),
    displays: connected.displays,
    kiosks: connected.kiosks,
  }),
});

export const joinDocument = documentView({
  reads: ['join'],
  build: ({ join }): JoinView => ({ url: join.url, address: join.address }),
});
