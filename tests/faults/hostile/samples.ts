/** Right values made from the schemas themselves, so that a new command or field is attacked without a word here. */
import { mayCommand } from '@wenzheng/server/src/engine/rights';
import { ROLES, type Role } from '@wenzheng/shared/forum/access';
import { commandSchema } from '@wenzheng/shared/forum/commands';
import { z } from 'zod';
import type { Dice } from '../../support/dice';

interface Form {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Form[];
  readonly properties?: Readonly<Record<string, Form>>;
  readonly items?: Form;
  readonly pattern?: string;
}

const FORMS = commandSchema.options.map((option) => ({
  type: option.shape.type.value,
  form: z.toJSONSchema(option, { io: 'input', unrepresentable: 'any' }) as Form,
}));

/** For each role the commands that it may send. */
const ALLOWED = new Map(
  ROLES.map((role) => [role, FORMS.filter(({ type }) => mayCommand(role, type))]),
);

/**
 * Any command of all there are; every other time one that `role` has the right to send, so that it gets past the table
 * of rights and is looked at by its room as well. Both ways are counted by the test. `ids` are known to the forum.
 */
export function sampleCommand(dice: Dice, role: Role, ids: readonly string[]): unknown {
  const own = ALLOWED.get(role) ?? [];
  const { form } = dice.pick(own.length > 0 && dice.chance(0.5) ? own : FORMS);
  return sample(dice, form, ids);
}

function sample(dice: Dice, form: Form, ids: readonly string[]): unknown {
  if ('const' in form) return form.const;
  if (form.enum) return dice.pick(form.enum);
  if (form.anyOf) return sample(dice, dice.pick(form.anyOf), ids);
  switch (form.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(form.properties ?? {}).map(([key, each]) => [key, sample(dice, each, ids)]),
      );
    case 'array':
      return Array.from({ length: dice.below(3) }, () => sample(dice, form.items ?? {}, ids));
    case 'string':
      return form.pattern ? dice.pick([...ids, 'x1']) : dice.pick(['路灯坏了', 'a', 'A-001', '']);
    case 'integer':
      return dice.pick([1, 2, 5, 100]);
    case 'boolean':
      return dice.chance(0.5);
    case 'null':
      return null;
    default:
      return dice.pick([60_000, '2027-01-29', 1_790_000_000_000]);
  }
}
