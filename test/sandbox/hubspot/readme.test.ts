import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BEHAVIOURS } from '../../../sandbox/hubspot/behaviours.ts';
import type { Tag } from '../../../sandbox/hubspot/behaviours/behaviour.ts';
import { AREAS } from '../../../sandbox/hubspot/http/route.ts';
import { NAMED_FAULTS } from '../../../sandbox/hubspot/faults/named-faults.ts';

const readmeText = () => readFile(join(__dirname, '../../../sandbox/hubspot/README.md'), 'utf8');

test('the README of the sandbox shows an example that is one of these tests', async () => {
  const example = await readFile(join(__dirname, 'readme-example.test.ts'), 'utf8');

  expect(await readmeText()).toContain(example.replaceAll('../../../sandbox/hubspot/', './sandbox/hubspot/'));
});

test('the README of the sandbox counts the behaviours of each kind', async () => {
  const tags: readonly Tag[] = ['recorded', 'documented', 'client-typed', 'guessed'];
  const readme = await readmeText();

  for (const each of tags)
    expect(readme).toMatch(
      new RegExp(`\\| ${each} +\\| +${BEHAVIOURS.filter(({ tag }) => tag === each).length} +\\|`),
    );
  expect(readme).toContain(`${BEHAVIOURS.length} behaviours`);
});

test('the README of the sandbox lists every area of paths and every named fault', async () => {
  const readme = await readmeText();

  for (const { dated } of Object.values(AREAS)) expect(readme).toContain(`\`${dated}`);
  for (const name of Object.keys(NAMED_FAULTS)) expect(readme).toContain(`\`${name}\``);
});
