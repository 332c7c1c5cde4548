import path from 'node:path';
import { RuleTester } from 'eslint';
import { describe, it } from 'vitest';
import rule from '../../../scripts/lint/import-direction.mjs';

RuleTester.describe = describe;
RuleTester.it = it;

const at = (file: string) => path.resolve(import.meta.dirname, '../../..', file);
const fine = (file: string, specifier: string) => ({
  name: `${file} ← ${specifier}`,
  filename: at(file),
  code: `import x from '${specifier}';`,
});
const wrong = (file: string, specifier: string, messageId: string) => ({
  ...fine(file, specifier),
  errors: [{ messageId }],
});

new RuleTester().run('import-direction', rule, {
  valid: [
    fine('display/src/screens/floor/floor.ts', '@wenzheng/shared/forum/floor'),
    fine('display/src/main.ts', './app'),
    fine('console/src/main.ts', 'svelte'),
    fine('server/src/app.ts', '@wenzheng/shared/wire/patch'),
    fine('server/src/engine/engine.ts', '../forum/polls/decide'),
    fine('tests/unit/engine.test.ts', '@wenzheng/server/src/engine/engine'),
    fine('server/src/forum/polls/decide.ts', './state'),
    fine('server/src/forum/polls/decide.ts', '../questions/index'),
    fine('server/src/forum/polls/decide.ts', '../questions/index.ts'),
    fine('server/src/forum/polls/decide.ts', '../questions'),
    fine('server/src/forum/polls/decide.ts', '../entry'),
    fine('server/src/forum/access/decide.ts', '../ledger/index'),
    fine('server/src/forum/followup/decide.ts', '../access/index'),
    fine('server/src/forum/scenes/view.ts', '@wenzheng/shared/forum/polls'),
    fine('shared/src/forum/questions.ts', './floor'),
    fine('shared/src/forum/questions.ts', './ids'),
  ],
  invalid: [
    wrong('display/src/main.ts', '@wenzheng/server/src/app', 'workspace'),
    wrong('display/src/main.ts', '@wenzheng/console', 'workspace'),
    wrong('display/src/main.ts', '../../console/src/app', 'workspace'),
    wrong('audience/src/main.ts', '../../shared/src/wire/patch', 'byName'),
    wrong('server/src/app.ts', '@wenzheng/display/src/app', 'workspace'),
    wrong('shared/src/wire/patch.ts', '@wenzheng/server/src/app', 'workspace'),
    wrong('server/src/forum/questions/decide.ts', '../polls/index', 'room'),
    wrong('server/src/forum/polls/decide.ts', '../slips/index', 'room'),
    wrong('server/src/forum/ledger/chain.ts', '../access/index', 'room'),
    wrong('server/src/forum/floor/decide.ts', '@wenzheng/shared/forum/questions', 'room'),
    wrong('shared/src/forum/floor.ts', './questions', 'room'),
    wrong('shared/src/forum/floor.ts', '@wenzheng/shared/forum/scenes', 'room'),
    wrong('server/src/forum/polls/decide.ts', '../questions/state', 'inside'),
    {
      name: 're-exports and lazy imports count as well',
      filename: at('shared/src/forum/floor.ts'),
      code: `export * from './scenes'; export { a } from './polls'; import('./followup');`,
      errors: [{ messageId: 'room' }, { messageId: 'room' }, { messageId: 'room' }],
    },
  ],
});
