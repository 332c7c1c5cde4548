import { mayCommand } from '@wenzheng/server/src/engine/rights';
import { ROLES } from '@wenzheng/shared/forum/access';
import { COMMAND_TYPES, type CommandType } from '@wenzheng/shared/forum/commands';
import { describe, expect, test } from 'vitest';

/** Who may send what; the roles in this order. A new command does not compile without its row. */
const ORDER = ['admin', 'host', 'moderator', 'volunteer', 'display', 'audience'] as const;
const TABLE: Record<CommandType, string> = {
  startAgendaItem: 'yes yes  -   -   -   - ',
  startTalk: '      yes yes  -   -   -   - ',
  endTurn: '        yes yes  -   -   -   - ',
  pauseTurn: '      yes yes  -   -   -   - ',
  resumeTurn: '     yes yes  -   -   -   - ',
  extendTurn: '     yes yes  -   -   -   - ',
  pickQuestion: '   yes yes  -   -   -   - ',
  startAnswer: '    yes yes  -   -   -   - ',
  answerQuestion: ' yes yes  -   -   -   - ',
  deflectQuestion: 'yes yes  -   -   -   - ',
  showScene: '      yes yes  -   -   -   - ',
  undo: '           yes yes yes  -   -   - ',
  screenQuestion: ' yes yes yes  -   -   - ',
  declineQuestion: 'yes yes yes  -   -   - ',
  completeNotes: '  yes yes yes  -   -   - ',
  amendDeflection: 'yes yes yes  -   -   - ',
  logQuestion: '    yes yes yes yes  -   - ',
  askQuestion: '     -   -   -   -   -  yes',
  supportQuestion: ' -   -   -   -   -  yes',
};

describe('rights', () => {
  test('know every role and every command', () => {
    expect([...ORDER].sort()).toEqual([...ROLES].sort());
    expect(Object.keys(TABLE).sort()).toEqual([...COMMAND_TYPES].sort());
  });

  const cells = COMMAND_TYPES.flatMap((command) => {
    const row = TABLE[command].trim().split(/\s+/);
    return ORDER.map((role, column) => ({ command, role, may: row[column] === 'yes' }));
  });
  test.each(cells)('$role may send $command: $may', ({ role, command, may }) => {
    expect(mayCommand(role, command)).toBe(may);
  });
});
