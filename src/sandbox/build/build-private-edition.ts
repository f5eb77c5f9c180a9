import { copyFile, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { bundleCard } from './bundle-card.ts';
import { bundleFunction } from './bundle-function.ts';
import { type Component, codeNameOf, readComponents } from './components.ts';

/** HubSpot's project format that both the parser and the function executor are told. */
export const PLATFORM_VERSION = '2026.09';

/** A built HubSpot project; the files are absolute. */
export interface Edition {
  readonly projectFolder: string;
  readonly cards: readonly string[];
  readonly functions: readonly string[];
}

/**
 * Assembles the private edition (static auth, app function): the folder that `hs project upload` sends.
 *
 * @param source the folder with `app.json`, `extensions/` and `serverless/`
 * @param projectFolder replaced as a whole, and only once everything is built
 */
export async function buildPrivateEdition(source: string, projectFolder: string): Promise<Edition> {
  const draft = `${projectFolder}.${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  try {
    await writeApp(source, draft);
    const cards = await extensionsOf(source);
    const functions = await readComponents(join(source, 'serverless'));
    for (const card of cards) await buildComponent(card, bundleCard, '.tsx', draft);
    for (const one of functions) await buildComponent(one, bundleFunction, '.ts', draft);
    await rm(projectFolder, { recursive: true, force: true });
    await rename(draft, projectFolder);
    const built = (component: Component) => join(projectFolder, 'src', component.entrypoint);
    return { projectFolder, cards: cards.map(built), functions: functions.map(built) };
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function writeApp(source: string, project: string): Promise<void> {
  const name = 'partner-icp';
  await mkdir(join(project, 'src', 'app'), { recursive: true });
  await writeFile(
    join(project, 'hsproject.json'),
    `${JSON.stringify({ name, srcDir: 'src', platformVersion: PLATFORM_VERSION }, null, 2)}\n`,
  );
  const app: unknown = JSON.parse(await readFile(join(source, 'app.json'), 'utf8'));
  await writeFile(join(project, 'src', 'app', 'app-hsmeta.json'), `${JSON.stringify(app, null, 2)}\n`);
}

async function extensionsOf(source: string): Promise<Component[]> {
  const root = join(source, 'extensions');
  const entries = await readdir(root, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => join(root, entry.name));
  return (await Promise.all(folders.map(readComponents))).flat();
}

async function buildComponent(
  component: Component,
  bundle: (entry: string, outfile: string) => Promise<void>,
  extension: '.ts' | '.tsx',
  project: string,
): Promise<void> {
  const { folder, description, entrypoint } = component;
  const entry = join(folder, codeNameOf(component) + extension);
  await requireFile(entry, `${join(folder, description)} names it as its entrypoint`);
  const outfile = join(project, 'src', entrypoint);
  await bundle(entry, outfile);
  for (const file of [description, 'package.json']) {
    await copyFile(join(folder, file), join(dirname(outfile), file));
  }
}

async function requireFile(file: string, reason: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new Error(`${file} is missing: ${reason}.`);
}
