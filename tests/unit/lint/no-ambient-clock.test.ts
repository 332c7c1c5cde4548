import { RuleTester } from 'eslint';
import { describe, it } from 'vitest';
import rule from '../../../scripts/lint/no-ambient-clock.mjs';

RuleTester.describe = describe;
RuleTester.it = it;

const errors = [{ messageId: 'ambient' }];

new RuleTester().run('no-ambient-clock', rule, {
  valid: [
    `clock.now();`,
    `new Date(instant);`,
    `Date.parse(text);`,
    `Date.UTC(2025, 0);`,
    `Math.round(x);`,
    `performance.mark('start');`,
    `process.exit(1);`,
    `const now = context.now;`,
  ],
  invalid: [
    `Date.now();`,
    `Date['now']();`,
    `later(Date.now);`,
    `new Date();`,
    `new globalThis.Date();`,
    `Date();`,
    `performance.now();`,
    `window.performance.now();`,
    `Math.random();`,
    `process.hrtime();`,
    `process.hrtime.bigint();`,
  ].map((code) => ({ code, errors })),
});
