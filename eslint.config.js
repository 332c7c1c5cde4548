// What every file is held to. Rules that need types run on the code where a forgotten promise hurts.
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { defineConfig } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import wenzheng from './scripts/lint/plugin.mjs';

const SCREENS = '{display,console,audience}';

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
