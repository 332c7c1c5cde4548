/** The ten faults that the simulation was built to find. */
import type { Fault } from './fault';

export const TEN_FAULTS: readonly Fault[] = [
  {
    name: 'acknowledged before the commit',
    harm: 'A citizen reads that the question is in, and after a power cut it is not.',
    file: 'server/src/engine/forum-engine.ts',
    text: '    const failure = await this.#commit(batch);\n    if (!failure &&',
    planted: `    waiting.forEach(({ answer }, index) =>
      answer(outcomes[index] ?? { ok: false, code: 'internal' }),
    );
    const failure = await this.#commit(batch);
    if (!failure &&`,
    foundBy: /was acknowledged and is not durable/,
    seed: 1,
  },
  {
    name: 'lost patch',
    harm: 'What was taken off the list stays on the phones.',
    file: 'server/src/live/feed.ts',
    text: 'if (!documents && !put && !remove) return;',
    planted: 'if (!documents && !put) return;',
    foundBy: /shows something else|do not add up/,
    seed: 12,
  },
  {
    name: 'doubled after a restart',
    harm: 'A question sent just before the hub stopped comes in twice.',
    file: 'server/src/engine/batch.ts',
    text: '    const before = answered(state, submission);\n',
    planted: `    const met = ((state as { met?: Set<string> }).met ??= new Set());
    const key = \`\${actor.id} \${id.join()}\`;
    const before = met.has(key) ? answered(state, submission) : null;
    met.add(key);
`,
    foundBy: /has had 2 effects/,
    alsoSeenBy: /was refused as .* after it was done/,
    seed: 6,
  },
  {
    name: 'leaked field',
    harm: 'Every phone is told the number of the slip, and so who of the hall wrote a question.',
    file: 'server/src/forum/questions/view.ts',
    text: '  department: row.department,\n  state: row.state,\n});\n/** The same',
    planted:
      '  department: row.department,\n  ...(row.serial && { serial: row.serial }),\n  state: row.state,\n});\n/** The same',
    foundBy: /was sent (SLIP|BOX)-/,
    seed: 1,
  },
  {
    name: 'clock that follows the wall',
    harm: 'When somebody sets the machine right, the speaker loses minutes of speaking time.',
    file: 'server/src/ports/hub-clock.ts',
    text: 'now: () => instant(hubAt(sources.monotonic())),',
    planted: 'now: () => instant(Math.max(hubAt(sources.monotonic()), sources.wall())),',
    foundBy: /the hub's time/,
    seed: 3,
  },
  {
    name: 'tally from a stale base',
    harm: 'Of two people who support a question at the same moment, one is not counted.',
    file: 'server/src/forum/questions/support.ts',
    text: '(table.get(root) ?? 0) + by',
    planted: '(table.settled(root) ?? 0) + by',
    foundBy:
      /counts \d+ of \d+ voters|(counts|votesNoted).* is not what the entries say|is not what the entries say: (hallC|c)ounts/,
    // What a merge may take back notes the tally before it, and is compared first.
    alsoSeenBy: /undoable.* is not what the entries say/,
    seed: 13,
  },
  {
    name: 'rollback that forgets one field',
    harm: 'After a full disk the host is offered an undo, and takes back what somebody else did.',
    file: 'server/src/engine/state.ts',
    text: 'for (const table of state.all.values()) table.rollback();',
    planted: "for (const [name, table] of state.all) if (name !== 'undoable') table.rollback();",
    foundBy: /undoable.* is not what the entries say|is not what the entries say: undoable/,
    seed: 2,
  },
  {
    name: 'outbox that forgets',
    harm: 'A vote pressed without a network is gone once the page is loaded again.',
    file: 'shared/src/live/outbox.ts',
    text: 'if (!numbered && !isVote(command)) return null;',
    planted: 'if (!numbered) return null;',
    foundBy: /nobody has heard of/,
    seed: 59,
  },
  {
    name: 'slice that skips a socket',
    harm: 'One screen in a hundred shows the last scene until the next comes.',
    file: 'server/src/live/slices.ts',
    text: 'if (job.next >= targets.length) {',
    planted: 'if (job.next + 1 >= targets.length) {',
    foundBy: /shows something else/,
    seed: 81,
  },
  {
    name: 'late duplicate that brings an old vote back',
    harm: 'Support that was taken back stands again, because an old copy of it was still under way.',
    file: 'server/src/engine/command-window.ts',
    text: 'let gap = Math.max(high + 1, counter - WINDOW)',
    planted: 'let gap = Math.max(high, counter - WINDOW)',
    foundBy: /has had 2 effects/,
    // The old copy is acted on, but what it was for is over by then.
    alsoSeenBy: /was refused as \S+ after it was done/,
    seed: 19,
  },
];
