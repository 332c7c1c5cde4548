// What every file is held to. Rules that need types run on the code where a forgotten promise hurts.
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { defineConfig } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import wenzheng from './scripts/lint/plugin.mjs';

const SCREENS = '{display,console,audience}';

/** Calls of methods that old browsers do not have; what is built is older only in its syntax. */
const tooNew = (methods, browser) => ({
  selector: `CallExpression[callee.property.name=/^(${methods})$/]`,
  message: `${browser} does not know it.`,
});
/** The last Chrome for Windows 7 and 8, on machines of halls and offices. */
const SINCE_110 = tooNew(
  'toSorted|toReversed|toSpliced|groupBy|withResolvers|fromAsync|canParse',
  'Chrome 109',
);
/** Browsers inside messengers, on the phones of citizens. */
const SINCE_92 = tooNew('at|findLast|findLastIndex|hasOwn', 'Chrome 85');

export default defineConfig(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      'data/',
      'tests/output/',
      '.cache/',
      'shared/src/paraglide/',
      'shared/project.inlang/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  prettier,
  ...svelte.configs.prettier,
  {
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    plugins: { wenzheng },
    rules: {
      eqeqeq: 'error',
      'no-undef': 'off', // TypeScript knows better; scripts are covered below
      'no-console': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' },
      ],
      'wenzheng/import-direction': 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    files: ['**/*.svelte', `${SCREENS}/src/**/*.ts`],
    rules: { 'wenzheng/no-literal-text': 'error' },
  },
  {
    files: ['{display,console}/src/**/*.{ts,svelte}'],
    rules: { 'no-restricted-syntax': ['error', SINCE_110] },
  },
  {
    files: ['{audience,shared}/src/**/*.{ts,svelte}'],
    rules: { 'no-restricted-syntax': ['error', SINCE_110, SINCE_92] },
  },
  {
    files: ['{shared,server,display,console,audience}/src/**/*.{ts,svelte}'],
    ignores: ['shared/src/time/system.ts', 'server/src/ports/system.ts'],
    rules: { 'wenzheng/no-ambient-clock': 'error' },
  },
  {
    files: ['{shared,server}/src/**/*.ts', 'tests/**/*.ts'],
    ignores: ['**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['scripts/**/*.mjs', '*.js'],
    languageOptions: { globals: globals.node },
    rules: { 'no-undef': 'error' },
  },
);
