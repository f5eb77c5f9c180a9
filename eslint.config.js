import js from '@eslint/js';
import { config as uiExtensions } from '@hubspot/eslint-config-ui-extensions';
import boundaries from 'eslint-plugin-boundaries';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const folder = (type, pattern) => ({ type, pattern });
const mayImport = (from, ...to) => ({
  from: { element: { type: from } },
  allow: { to: { element: { types: { anyOf: [from, ...to] } } } },
});
const everyoneMayImport = (module) => ({ allow: { to: { module } } });
const mayNotImport = (from, module) => ({ from: { element: { type: from } }, disallow: { to: { module } } });

export default defineConfig(
  { ignores: ['build', '*.config.js'] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['test/**'],
    rules: {
      '@typescript-eslint/unbound-method': 'off',
      // The typed models of HubSpot's client are classes that take literals.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  {
    files: ['src/**', 'extensions/**', 'serverless/**', 'sandbox/**'],
    rules: { 'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }] },
  },
  {
    // Only config/ reads the environment.
    files: ['src/**', 'extensions/**', 'serverless/**', 'sandbox/**'],
    ignores: ['src/config/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only src/config reads the environment.' },
      ],
    },
  },
  {
    files: ['extensions/**'],
    extends: [uiExtensions],
    rules: { '@hubspot/ui-extensions/no-parent-imports': 'off' },
  },
  {
    files: ['src/**', 'extensions/**', 'serverless/**', 'sandbox/**'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': [
        folder('messages', 'src/messages'),
        folder('icp', 'src/icp'),
        folder('contract', 'src/contract'),
        folder('crm', 'src/crm'),
        folder('usecases', 'src/usecases'),
        folder('config', 'src/config'),
        folder('cli', 'src/cli'),
        folder('store', 'src/store'),
        folder('server', 'src/server'),
        folder('hubspot', 'sandbox/hubspot'),
        folder('workbench', 'sandbox/workbench'),
        folder('sandbox', 'sandbox'),
        folder('card', 'extensions/*'),
        folder('function', 'serverless'),
      ],
    },
    rules: {
      'boundaries/no-unknown-files': 'error',
      'boundaries/no-unknown-dependencies': 'error',
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          checkAllOrigins: true,
          policies: [
            mayImport('messages'),
            mayImport('icp', 'messages'),
            mayImport('contract', 'icp'),
            mayImport('crm', 'contract', 'icp', 'messages'),
            mayImport('usecases', 'crm', 'contract', 'icp', 'messages'),
            mayImport('config', 'messages'),
            mayImport('card', 'contract', 'icp', 'messages'),
            mayImport('function', 'usecases', 'crm', 'config'),
            mayImport('store', 'contract', 'icp', 'messages'),
            mayImport('server', 'store', 'usecases', 'crm', 'contract', 'icp', 'config', 'messages'),
            mayImport('cli', 'usecases', 'crm', 'contract', 'icp', 'config', 'messages'),
            mayImport('hubspot'),
            mayImport('workbench', 'config'),
            mayImport(
              'sandbox',
              'hubspot',
              'workbench',
              'store',
              'usecases',
              'crm',
              'contract',
              'icp',
              'config',
              'messages',
            ),
            everyoneMayImport({ origin: ['external', 'core'] }),
            mayNotImport('!crm', { source: '@hubspot/api-client' }),
            mayNotImport('icp', { origin: ['external', 'core'] }),
            { from: { element: { type: 'icp' } }, allow: { to: { module: { source: 'zod' } } } },
          ],
        },
      ],
    },
  },
  {
    // The card bundles neither zod nor anything that imports it.
    files: ['extensions/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['**/parse-*', 'zod'], message: 'The card carries no parser: functions parse.' },
          ],
        },
      ],
    },
  },
  {
    // zod enters the core in parse-*.ts alone.
    files: ['src/icp/**'],
    ignores: ['src/icp/parse-*.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: ['zod'] }] },
  },
);
