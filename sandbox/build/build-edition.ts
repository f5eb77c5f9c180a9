import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bundleCard, bundleFunction } from './bundle.ts';
import type { BuiltComponent } from './components.ts';
import { type EditionPlan, planEdition } from './plan-edition.ts';
import type { ServerComponent } from './webhooks-component.ts';

/** Version of HubSpot's project format, for the parser and the function executor. */
export const PLATFORM_VERSION = '2026.09';

/** A built HubSpot project; the files are absolute. */
export interface Edition {
  readonly projectFolder: string;
  /** the code of every extension */
  readonly extensions: readonly string[];
  /** the cards among them that stand in a tab of a record */
  readonly cards: readonly string[];
  readonly functions: readonly string[];
}

const TAB = 'crm.record.tab';

/**
 * Assembles an edition: the folder that `hs project upload --profile <name>` sends.
 *
 * It holds the one profile that it was built for, since the server's address is in the cards: HubSpot's tool refuses
 * to upload it under another.
 *
 * @param projectFolder replaced as a whole, and only once everything is built
 */
export async function buildEdition(plan: EditionPlan, projectFolder: string): Promise<Edition> {
  const draft = `${projectFolder}.${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  try {
    await writeApp(plan, draft);
    for (const one of plan.extensions)
      await buildComponent(one, draft, (entry, outfile) => bundleCard(entry, outfile, plan));
    for (const one of plan.functions) await buildComponent(one, draft, bundleFunction);
    for (const one of plan.called) await writeCalled(one, draft);
    await rm(projectFolder, { recursive: true, force: true });
    await rename(draft, projectFolder);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  const filesOf = (components: readonly BuiltComponent[]) =>
    components.map(({ entrypoint }) => join(projectFolder, 'src', entrypoint));
  return {
    projectFolder,
    extensions: filesOf(plan.extensions),
    cards: filesOf(plan.extensions.filter(({ locations }) => locations.includes(TAB))),
    functions: filesOf(plan.functions),
  };
}

async function writeApp({ app, profile, source }: EditionPlan, project: string): Promise<void> {
  const { project: name, description } = app;
  const sources = join(project, 'src');
  await mkdir(join(sources, 'app'), { recursive: true });
  await writeJson(join(project, 'hsproject.json'), {
    name,
    srcDir: 'src',
    platformVersion: PLATFORM_VERSION,
  });
  await writeJson(join(sources, 'app', 'app-hsmeta.json'), description);
  await copyFile(join(source, profile.file), join(sources, profile.file));
}

async function writeCalled({ folder, uid, description }: ServerComponent, project: string): Promise<void> {
  const path = join(project, 'src', 'app', folder);
  await mkdir(path, { recursive: true });
  await writeJson(join(path, `${uid}-hsmeta.json`), description);
}

async function buildComponent(
  { folder, code, file, entrypoint, description }: BuiltComponent,
  project: string,
  bundle: (entry: string, outfile: string) => Promise<void>,
): Promise<void> {
  const outfile = join(project, 'src', entrypoint);
  await bundle(join(folder, code), outfile);
  await writeJson(join(dirname(outfile), file), description);
  await copyFile(join(folder, 'package.json'), join(dirname(outfile), 'package.json'));
}

async function writeJson(file: string, content: object): Promise<void> {
  await writeFile(file, `${JSON.stringify(content, null, 2)}\n`);
}

/** The profile of the workbench and tests. */
export const SANDBOX_PROFILE = 'sandbox';

/**
 * Builds the private edition (static auth, app function), which runs without a server of ours.
 *
 * @param source the folder with `app.json`
 * @param projectFolder replaced as a whole, and only once everything is built
 * @throws BuildRefused
 */
export async function buildPrivateEdition(source: string, projectFolder: string): Promise<Edition> {
  return buildEdition(await planEdition(source, 'private', SANDBOX_PROFILE), projectFolder);
}
