import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import {
  adminAddressInside,
  adminAddressOutside,
  findAdminAddress,
} from '@wenzheng/server/src/cli/admin-address';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../support/test-app';

test('the admin socket lies in the data folder', () => {
  const folder = temporaryFolder();
  expect(adminAddressInside(folder)).toBe(path.join(folder, 'admin.sock'));
  expect(findAdminAddress(folder)).toBe(path.join(folder, 'admin.sock'));
});

test('a folder too deep for a socket leaves word where it is', () => {
  const folder = path.join(temporaryFolder(), '问政'.repeat(20));
  mkdirSync(folder);
  expect(adminAddressInside(folder)).toBeNull();
  const address = adminAddressOutside(folder);
  expect(Buffer.byteLength(address)).toBeLessThan(104);
  expect(findAdminAddress(folder)).toBe(address);
  expect(existsSync(path.join(folder, 'admin.path'))).toBe(true);
});
