import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const ROOT = join(__dirname, '..', '..');

const CARD = `
import { Text, hubspot } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { callApp } from '../../../../extensions/door/call-app.ts';
import { laneOf } from '${join(ROOT, 'src', 'icp', 'lanes.ts')}';

export function ScorecardCard() {
  const [total] = useState(430);
  return <Text onClick={() => callApp('load-scorecard', {})}>{laneOf(total, { deep: 380, fast: 250 })}</Text>;
}

hubspot.extend<'crm.record.tab'>(() => <ScorecardCard />);
`;

export interface SourceProject {
  readonly source: string;
  readonly output: string;
  /** Changes the text of a file. */
  edit(file: string, change: (text: string) => string): Promise<void>;
  remove(): Promise<void>;
}

/** As they are, beside the card above. */
const OTHER_EXTENSIONS = ['summary-card', 'settings', 'list-triage'];

/** Our own manifest, profiles, descriptions and functions, with a card small enough to judge the build by. */
export async function sourceProject(): Promise<SourceProject> {
  // inside build/, so that bundles find the packages of the project
  await mkdir(join(ROOT, 'build'), { recursive: true });
  const source = await mkdtemp(join(ROOT, 'build', 'test-build-'));
  const card = join('extensions', 'scorecard-card');
  await mkdir(join(source, card), { recursive: true });
  const files = ['app.json', 'hsprofile.sandbox.json', 'hsprofile.production.json'];
  for (const file of [...files, join(card, 'scorecard-card-hsmeta.json'), join(card, 'package.json')]) {
    await copyFile(join(ROOT, file), join(source, file));
  }
  await writeFile(join(source, card, 'ScorecardCard.tsx'), CARD);
  for (const folder of ['serverless', ...OTHER_EXTENSIONS.map((name) => join('extensions', name))])
    await symlink(join(ROOT, folder), join(source, folder), 'junction');
  return {
    source,
    output: join(source, 'built'),
    edit: async (file, change) => {
      const path = join(source, file);
      await writeFile(path, change(await readFile(path, 'utf8')));
    },
    remove: () => rm(source, { recursive: true, force: true }),
  };
}
