import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { buildEdition } from '../../sandbox/build/build-edition.ts';
import { EDITIONS } from '../../src/crm/installation-record.ts';
import { planEdition } from '../../sandbox/build/plan-edition.ts';
import { runChild } from './run-child.ts';
import { ROOT, type SourceProject, sourceProject } from './source-project.ts';

/** HubSpot's rules for extensions, which `hs project lint` runs, and nothing of our own configuration. */
const LINT = `
import { config } from '@hubspot/eslint-config-ui-extensions';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
const [cwd, off] = process.argv.slice(1);
const typescript = { files: ['**/*.{ts,tsx}'], languageOptions: { parser: tseslint.parser } };
const without = { rules: off === '' ? {} : { [off]: 'off' } };
const overrideConfig = [...config, typescript, without];
const eslint = new ESLint({ cwd, overrideConfigFile: true, overrideConfig, allowInlineConfig: false });
const results = await eslint.lintFiles(['.']);
const found = results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => ruleId + ': ' + message));
console.log(JSON.stringify({ files: results.length, found }));
`;

/** Cards are bundled before HubSpot sees them, so their sources may import the core from outside their folder. */
const BUNDLED = '@hubspot/ui-extensions/no-parent-imports';

let project: SourceProject;
beforeAll(async () => {
  project = await sourceProject();
});
afterAll(() => project.remove());

const lint = async (folder: string, off = '') =>
  (await runChild(LINT, folder, off)) as { files: number; found: string[] };

test('HubSpot’s linter finds nothing in the sources of the extensions', async () => {
  const { files, found } = await lint(join(ROOT, 'extensions'), BUNDLED);

  expect(found).toEqual([]);
  expect(files).toBeGreaterThan(40);
});

test.each(EDITIONS)('HubSpot’s linter finds nothing in what the %s edition uploads', async (name) => {
  const plan = await planEdition(ROOT, name, 'sandbox');
  const { extensions } = await buildEdition(plan, join(project.source, name));

  const linted = await Promise.all([...new Set(extensions.map(dirname))].map((folder) => lint(folder)));

  expect(linted.flatMap(({ found }) => found)).toEqual([]);
  expect(linted.reduce((sum, { files }) => sum + files, 0)).toBe(extensions.length);
});

test('HubSpot’s linter refuses a card that reaches for the network by itself', async () => {
  const card = join(project.source, 'extensions', 'scorecard-card', 'ScorecardCard.tsx');
  await writeFile(card, `${await readFile(card, 'utf8')}\nvoid fetch('https://example.com');\n`);

  const { found } = await lint(dirname(card), BUNDLED);

  expect(found).toEqual([expect.stringMatching(/^@hubspot\/ui-extensions\/no-native-http: /)]);
});
