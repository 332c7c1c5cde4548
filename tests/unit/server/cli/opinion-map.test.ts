import { readCommand } from '@wenzheng/server/src/cli/command';
import { FileProblem } from '@wenzheng/server/src/cli/opinion-map/file-problem';
import { opinionMapOf, type MapFiles } from '@wenzheng/server/src/cli/opinion-map/map-of-files';
import { readGroups } from '@wenzheng/server/src/cli/opinion-map/read-groups';
import { readStatements, signOfAgree } from '@wenzheng/server/src/cli/opinion-map/read-statements';
import { readVotes } from '@wenzheng/server/src/cli/opinion-map/read-votes';
import { NotReadable } from '@wenzheng/server/src/cli/opinion-map/rows';
import { UsageError } from '@wenzheng/server/src/config';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../../support/test-app';

const OPEN_DATA = `timestamp,datetime,comment-id,voter-id,vote
3,Tue,1,7,-1
1,Sun,1,7,1
2,Mon,0,a-1,0
`;

describe('votes', () => {
  test.each([
    ['open data of Polis', OPEN_DATA],
    [
      'what its server gives',
      JSON.stringify([
        { pid: 7, tid: 1, vote: -1, modified: '3' },
        { pid: 7, tid: 1, vote: 1, modified: '1' },
        { pid: 'a-1', tid: 0, vote: 0, modified: '2' },
      ]),
    ],
    [
      'words, with a mark at the start',
      '\uFEFFparticipant,statement,vote,timestamp\n7,1,disagree,3\n7,1,agree,1\n"a-1",0,pass,2\n',
    ],
  ])('are read from %s, in the order of time', (_, text) => {
    expect(readVotes(text)).toEqual([
      { participant: 7, statement: 1, vote: 1 },
      { participant: 'a-1', statement: 0, vote: 0 },
      { participant: 7, statement: 1, vote: -1 },
    ]);
  });

  test.each([
    ['', 1],
    ['[]', 1],
    ['{"votes": 3}', 1],
    ['[{"pid": 1, "tid": 2, "vote": 1}, 7]', 2],
    ['[{"pid": 1, "tid": 2, "vote": 2}]', 1],
    ['voter-id,comment-id,vote\n1,2,1\n1,,1\n', 2],
    ['voter-id,comment-id,vote\n1,2,\n', 1],
    ['voter-id,comment-id,vote\n1,2,1\n"1,2,1\n', 2],
    ['[{"pid": ', 1],
  ])('%j is told to be none, with the row', (text, row) => {
    expect(() => readVotes(text)).toThrow(NotReadable);
    expect(() => readVotes(text)).toThrow(`row ${row} `);
  });
});

describe('statements', () => {
  test('say what was moderated out, and which sign agrees', () => {
    const file = readStatements(
      'comment-id,agrees,disagrees,moderated\n0,0,0,1\n1,5,1,-1\n2,0,3,0\n',
    );
    expect([...file.moderated]).toEqual([1]);
    const votes = ([1, 1, 1, -1] as const).map((vote) => ({ participant: 1, statement: 2, vote }));
    expect(signOfAgree(votes, file.counts)).toBe(-1);
    expect(signOfAgree(votes, new Map())).toBe(1);
  });

  test('about the participants themselves are left out as well', () => {
    const { meta, moderated } = readStatements('[{"tid": 4, "mod": 1, "is_meta": true}]');
    expect([[...meta], [...moderated]]).toEqual([[4], [4]]);
  });
});

describe('groups', () => {
  test.each([
    ['lists', '[[1, 2], [3]]'],
    ['named lists', '{"0": [1, 2], "1": [3]}'],
    ['the group of each', '{"1": 0, "2": 0, "3": 1}'],
    [
      'what the program writes',
      '{"groups": [{"id": 0, "members": [1, 2]}, {"id": 1, "members": [3]}]}',
    ],
    ['participants of open data', 'participant,group-id,n-votes\n1,0,5\n2,0,4\n3,1,9\n4,,2\n'],
    [
      'what Polis computed',
      JSON.stringify({
        'base-clusters': { id: [10, 11], members: [[1, 2], [3]] },
        'group-clusters': [
          { id: 0, members: [10] },
          { id: 1, members: [11] },
        ],
      }),
    ],
  ])('are read from %s', (_, text) => {
    expect(readGroups(text).groups).toEqual([[1, 2], [3]]);
  });

  test.each(['7', '[[1], 2]', '[[null]]', '{"group-clusters": 1}'])('%s is none', (text) => {
    expect(() => readGroups(text)).toThrow(NotReadable);
  });
});

describe('the files', () => {
  const given = (name: string, text: string): MapFiles => {
    const votes = path.join(temporaryFolder(), name);
    writeFileSync(votes, text);
    return { votes };
  };

  test('are mapped, the statements lying beside them', () => {
    const files = given('votes.csv', OPEN_DATA);
    writeFileSync(
      path.join(path.dirname(files.votes), 'comments.csv'),
      'comment-id,moderated\n0,1\n1,-1\n2,1\n',
    );
    const map = opinionMapOf(files);
    expect(map.counts).toEqual({
      0: { agree: 0, disagree: 0, pass: 1 },
      1: { agree: 1, disagree: 1, pass: 0 },
      2: { agree: 0, disagree: 0, pass: 0 },
    });
    expect(map.standing['1']).toEqual({ agree: 0, disagree: 1, pass: 0 });
  });

  test('that are wrong are named, in both languages', () => {
    const files = given('votes.csv', 'a,b\n1,2\n');
    for (const part of [files.votes, '投票数据', 'no file of votes'])
      expect(() => opinionMapOf(files)).toThrow(part);
    expect(() => opinionMapOf({ votes: '/nowhere/votes.csv' })).toThrow(FileProblem);
  });
});

describe('the command', () => {
  test('takes files and a number of groups', () => {
    expect(readCommand(['opinion-map', '/v.csv', '--json', '/o.json', '--k', '3'], {})).toEqual({
      type: 'opinion-map',
      files: { votes: '/v.csv', groups: undefined, statements: undefined, wanted: 3 },
      json: '/o.json',
    });
  });

  test.each([[['opinion-map']], [['opinion-map', '/v.csv', '--k', 'many']]])(
    'refuses %j',
    (args) => {
      expect(() => readCommand(args, {})).toThrow(UsageError);
    },
  );
});
