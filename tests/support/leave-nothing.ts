/** Runs with every test file: workers keep their modules and globals, so each leaves them as they were. */
import { afterAll, vi } from 'vitest';

afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
