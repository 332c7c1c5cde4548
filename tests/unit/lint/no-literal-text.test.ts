import { RuleTester } from 'eslint';
import svelte from 'eslint-plugin-svelte';
import { describe, it } from 'vitest';
import rule from '../../../scripts/lint/no-literal-text.mjs';

RuleTester.describe = describe;
RuleTester.it = it;

const errors = [{ messageId: 'literal' }];

new RuleTester().run('no-literal-text in scripts', rule, {
  valid: [`const code = 'clock_running';`, `const sum = /* 总数 */ 1;`, '`${a}: ${b}`'],
  invalid: [
    { code: `const title = '问政';`, errors },
    { code: 'const title = `第 ${n} 位`;', errors: [...errors, ...errors] },
    { code: `const pause = '，';`, errors },
  ],
});

new RuleTester({ plugins: { svelte }, languageOptions: svelteLanguage() }).run(
  'no-literal-text in components',
  rule,
  {
    valid: [
      `<p class="big">{m.app_name()}</p>`,
      `<p>{a} · 12:30 &nbsp;— {b}</p>`,
      `<img alt="" src="a.svg" /><button aria-label={m.close()}>×</button>`,
      `<script>const code = 'open';</script><style>p { color: red; }</style>`,
      `<!-- 备注 --><p></p>`,
    ],
    invalid: [
      { code: `<p>Hello</p>`, errors },
      { code: `<p>{count} 条</p>`, errors },
      { code: `{#if open}<b>&copy; by us</b>{/if}`, errors },
      { code: `<svelte:head><title>Forum</title></svelte:head>`, errors },
      { code: `<button aria-label="Close"></button>`, errors },
      { code: `<input placeholder="Name {index}" />`, errors },
      { code: `<img alt="现场" />`, errors },
      { code: `<a title={'现场'}></a>`, errors },
      { code: `<Row name="现场" />`, errors },
      { code: `<script>const title = '问政';</script>`, errors },
    ].map((each) => ({ ...each, name: each.code })),
  },
);

/** The parser that eslint-plugin-svelte itself sets up for components. */
function svelteLanguage() {
  const parser = svelte.configs.base.map((each) => each.languageOptions?.parser).find(Boolean);
  if (!parser) throw new Error('eslint-plugin-svelte no longer configures a parser');
  return { parser };
}
