import { expect, test } from 'vitest';
import { deflectedBy } from '../../../audience/src/screens/stages/figures';

test('only reasons that occurred are listed, the commonest first', () => {
  const deflected = {
    out_of_scope: 1,
    private_matter: 0,
    another_authority: 4,
    already_answered: 2,
    unsuitable_here: 0,
  };
  expect(deflectedBy({ deflected })).toEqual([
    { reason: 'another_authority', count: 4 },
    { reason: 'already_answered', count: 2 },
    { reason: 'out_of_scope', count: 1 },
  ]);
});
