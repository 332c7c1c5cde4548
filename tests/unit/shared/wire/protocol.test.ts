import { commandSchema } from '@wenzheng/shared/forum/commands';
import { myStatement } from '@wenzheng/shared/forum/opinions';
import { myQuestion, trackedQuestion } from '@wenzheng/shared/forum/questions';
import {
  commandFrameSchema,
  handshakeSchema,
  holdsSchema,
  PROTOCOL,
  REFUSAL_CODES,
} from '@wenzheng/shared/wire/protocol';
import { views } from '@wenzheng/shared/wire/views';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';

/**
 * Everything that travels, by protocol version. A page and a hub of one version must understand each
 * other: if this fails because something else travels now, raise PROTOCOL, add a line here and one in
 * docs/protocol.md.
 */
const HASHES: Record<number, string> = {
  1: 'f77b3a14ffde205c',
  2: '1a747ce21e999a8e',
  3: 'ca6231c7fd3c1a90',
  4: '25f5ae3922b9826c',
  5: 'dffb945046315687',
  6: '3f32d09ed2e59ae3',
  7: '2315e2ed45be272d',
  8: 'ee5087030d846ded',
};

const json = (schema: z.ZodType): unknown =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });

test('what travels is what its version says', () => {
  const travels = [
    [handshakeSchema, commandFrameSchema, commandSchema, holdsSchema].map(json),
    [myQuestion, trackedQuestion, myStatement].map(json),
    REFUSAL_CODES,
    Object.entries(views).map(([role, { documents, collections }]) => [
      role,
      Object.entries({ ...documents, ...collections }).map(([name, schema]) => [
        name,
        json(schema),
      ]),
    ]),
  ];
  const hash = createHash('sha256').update(JSON.stringify(travels)).digest('hex').slice(0, 16);
  expect(HASHES[PROTOCOL]).toBe(hash);
});
