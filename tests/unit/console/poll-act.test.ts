import { describe, expect, it } from 'vitest';
import type { ListedPoll, PollView } from '@wenzheng/shared/forum/polls';
import type { SceneKind } from '@wenzheng/shared/forum/scenes';
import { instant } from '@wenzheng/shared/time/instant';
import { nextAct, otherAct, pollInHand } from '../../../console/src/screens/polls/poll-act';

const poll = (fields: Partial<ListedPoll>): ListedPoll => ({
  ...{ id: 'p', kind: 'faces', text: 'Content?', options: [], most: null, steps: null },
  ...{ low: '', high: '', who: 'anyone', live: false, round: 1, state: 'open', shown: false },
  ...{ openedAt: instant(10), closedAt: null },
  ...fields,
});
const closed = { state: 'closed', closedAt: instant(20) } as const;
const viewOf = ({ closedAt: _, ...view }: ListedPoll): PollView => view;
const sight = (scene: SceneKind, current: ListedPoll | null) => ({
  scene: { kind: scene, since: instant(0) },
  poll: current && viewOf(current),
  polls: { polls: current ? [current] : [] },
});
const next = (scene: SceneKind, fields: Partial<ListedPoll>) =>
  nextAct(sight(scene, poll(fields)), poll(fields));

describe('the next step of a poll', () => {
  it('is to close it, to show what came out, and to give the big screen back', () => {
    expect(next('poll', {}).command).toEqual({ type: 'closePoll', poll: 'p' });
    expect(next('poll', { shown: true }).kind).toBe('close');
    expect(next('poll', closed).command).toEqual({ type: 'setPollShown', poll: 'p', shown: true });
    expect(next('poll', { ...closed, shown: true }).command).toEqual({
      ...{ type: 'showScene', scene: 'floor' },
    });
  });
  it('is to bring it back to the big screen once that shows something else', () => {
    const again = { type: 'setPollShown', poll: 'p', shown: true };
    expect(next('question', { ...closed, shown: true }).command).toEqual(again);
    const other = sight('poll', poll({ id: 'q' }));
    expect(nextAct(other, poll({ ...closed, shown: true })).command).toEqual(again);
  });
  it('has the other way of the result beside it, unless that is the step itself', () => {
    expect(otherAct(poll({}))?.kind).toBe('show');
    expect(otherAct(poll({ shown: true }))?.kind).toBe('hide');
    expect(otherAct(poll(closed))).toBeNull();
    expect(otherAct(poll({ ...closed, shown: true }))?.kind).toBe('hide');
  });
});

describe('the poll in hand', () => {
  const inHand = (scene: SceneKind, current: ListedPoll | null, now: number | null) =>
    pollInHand(sight(scene, current), now === null ? null : instant(now)) !== null;

  it('is the open one, and one that the big screen shows', () => {
    expect(inHand('question', poll({}), null)).toBe(true);
    expect(inHand('poll', poll({ ...closed, shown: true }), 900_000)).toBe(true);
    expect(inHand('question', poll({ ...closed, shown: true }), 30)).toBe(false);
    expect(inHand('standby', null, 30)).toBe(false);
  });
  it('is one that was just closed and whose result is not shown yet', () => {
    expect(inHand('question', poll(closed), 119_000)).toBe(true);
    expect(inHand('question', poll(closed), 121_000)).toBe(false);
    expect(inHand('question', poll(closed), null)).toBe(false);
  });
});
