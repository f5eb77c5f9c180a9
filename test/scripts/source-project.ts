import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

const CARD = `
import { Text, hubspot } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { laneOf } from '${join(ROOT, 'src', 'icp', 'lanes.ts')}';

export function ScorecardCard() {
  const [total] = useState(430);
  return <Text>{laneOf(total, { deep: 380, fast: 250 })}</Text>;
}

hubspot.extend<'crm.record.tab'>(() => <ScorecardCard />);
`;

export interface SourceProject {
  readonly source: string;
  readonly output: string;
  remove(): Promise<void>;
}

/** Our own manifest, descriptions and functions, with a card small enough to judge the build by. */
export async function sourceProject(): Promise<SourceProject> {
  // inside build/, so that bundles find the packages of the project
  await mkdir(join(ROOT, 'build'), { recursive: true });
  const source = await mkdtemp(join(ROOT, 'build', 'test-build-'));
  const card = join('extensions', 'scorecard-card');
  await mkdir(join(source, card), { recursive: true });
  for (const file of ['app.json', join(card, 'scorecard-card-hsmeta.json'), join(card, 'package.json')]) {
    await copyFile(join(ROOT, file), join(source, file));
  }
  await writeFile(join(source, card, 'ScorecardCard.tsx'), CARD);
  await symlink(join(ROOT, 'serverless'), join(source, 'serverless'), 'junction');
  return {
    source,
    output: join(source, 'built'),
    remove: () => rm(source, { recursive: true, force: true }),
  };
}
