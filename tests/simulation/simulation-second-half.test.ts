import { describe } from 'vitest';
import { playSeeds } from './seeds';

describe('a forum in which things go wrong keeps every rule', () => {
  playSeeds(1);
});
