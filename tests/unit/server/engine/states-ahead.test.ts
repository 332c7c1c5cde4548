import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dumpState } from '@wenzheng/server/src/engine/state';
import { StatesAhead } from '@wenzheng/server/src/engine/states-ahead';
import { snapshotFile, writeSnapshot } from '@wenzheng/server/src/journal/snapshots';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { given, queued } from '../../../support/given';

const tables = dumpState(given(...queued(1, 2)));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'wenzheng-ahead-'));
  writeSnapshot(snapshotFile(folder, 'f1'), { head: 6, digest: 'own', tables });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const digestAt = (seq: number): string | null => (seq === 6 ? 'own' : null);

test.each([true, false])('a state is the one of the snapshot (read ahead: %s)', (isAhead) => {
  const states = new StatesAhead(folder);
  if (isAhead) states.read();
  const start = states.take('f1', digestAt);
  expect(start?.head).toBe(6);
  expect(start && dumpState(start.state)).toEqual(tables);
});

test('what was read ahead is needed no more once the database is open', () => {
  const states = new StatesAhead(folder);
  states.read();
  rmSync(snapshotFile(folder, 'f1'));
  expect(states.take('f1', digestAt)?.head).toBe(6);
  expect(states.take('f1', digestAt)).toBeNull();
});

test('one of another journal, a torn one and none at all are left aside', () => {
  writeFileSync(snapshotFile(folder, 'f2'), '{');
  const states = new StatesAhead(folder);
  states.read();
  expect(states.take('f1', () => 'another')).toBeNull();
  expect(states.take('f2', digestAt)).toBeNull();
  expect(states.take('f3', digestAt)).toBeNull();
});

test('a folder without snapshots gives none', () => {
  const states = new StatesAhead(path.join(folder, 'elsewhere'));
  states.read();
  expect(states.take('f1', digestAt)).toBeNull();
});
