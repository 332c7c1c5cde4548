import type { Speaker } from '@wenzheng/shared/forum/agenda';
import type { FloorView, TalksView } from '@wenzheng/shared/forum/floor';
import { documentView } from '../../engine/views';
import type { ForumState } from '../../engine/state';

function speakerOf(state: ForumState, id: string | null | undefined): Speaker | null {
  const found = state.forum.value?.speakers.find((speaker) => speaker.id === id);
  if (!found) return null;
  return { id: found.id, name: found.name, office: found.office, department: found.department };
}

export const floorDocument = documentView({
  reads: ['floor', 'forum', 'agenda'],
  build: ({ state }): FloorView | null => {
    const turn = state.floor.value;
    if (!turn) return null;
    const { clock } = turn;
    const talks = state.agenda.value.items.find((item) => item.id === turn.item)?.talks ?? [];
    return {
      turn: turn.turn,
      kind: turn.kind,
      phase: turn.phase,
      speaker: speakerOf(state, turn.speaker),
      position: turn.index === null ? null : { index: turn.index + 1, of: talks.length },
      topic: turn.index === null ? null : (talks[turn.index]?.topic ?? null),
      clock: {
        limit: clock.limit,
        startedAt: clock.startedAt,
        spentBeforePause: clock.spentBeforePause,
        pausedAt: clock.pausedAt,
        thresholds: { warning: clock.thresholds.warning, final: clock.thresholds.final },
      },
      next: turn.index === null ? null : speakerOf(state, talks[turn.index + 1]?.speaker),
    };
  },
});

export const talksDocument = documentView({
  reads: ['lastTalk', 'agenda'],
  build: ({ state }): TalksView => {
    const last = state.lastTalk.value;
    return { held: last && last.item === state.agenda.value.current ? last.index + 1 : 0 };
  },
});
