import { readCommand } from '@wenzheng/server/src/cli/command';
import { UsageError } from '@wenzheng/server/src/config';
import { describe, expect, test } from 'vitest';

describe('the command line', () => {
  test.each([[[]], [['help']], [['--help']], [['access', '--help']]])('%j helps', (args) => {
    expect(readCommand(args, {})).toEqual({ type: 'help' });
  });

  test('hands out access', () => {
    expect(readCommand(['access', '--role', 'host', '--data', '/d'], {})).toMatchObject({
      type: 'access',
      link: { role: 'host', once: false },
      config: { data: '/d' },
    });
    expect(readCommand(['access', '--once', '--role', 'volunteer'], {})).toMatchObject({
      link: { role: 'volunteer', once: true },
    });
  });

  test('makes the built-in forum', () => {
    expect(readCommand(['seed'], {})).toMatchObject({ type: 'seed', locale: 'zh-CN' });
    expect(readCommand(['seed', '--locale', 'en'], {})).toMatchObject({ locale: 'en' });
  });

  test.each([
    [['access'], 'volunteer'],
    [['access', '--role', 'audience'], 'volunteer'],
    [['seed', '--locale', 'fr'], 'zh-CN'],
    [['backup'], 'backup'],
    [['seed', 'twice'], 'twice'],
    [['seed', '--colour'], '--colour'],
  ])('answers %j with what is wrong', (args, named) => {
    const read = () => readCommand(args, {});
    expect(read).toThrow(UsageError);
    expect(read).toThrow(named);
  });
});
