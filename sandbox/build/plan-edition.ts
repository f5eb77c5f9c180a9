import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { type AppManifest, readAppManifest } from './app-manifest.ts';
import { BuildRefused } from './build-refused.ts';
import { codeNameOf, readComponents } from './components.ts';
import type { Edition as EditionName } from '../../src/crm/installation-mark.ts';
import { SOURCES_OF } from './editions.ts';
import { variableOf } from './fill-variables.ts';
import { type BuiltComponent, perLocation } from './per-location.ts';
import { type ProjectProfile, readProjectProfile } from './project-profile.ts';

/** All that an edition is built from, read and checked. */
export interface EditionPlan {
  readonly edition: EditionName;
  readonly source: string;
  readonly profile: ProjectProfile;
  readonly app: AppManifest;
  readonly extensions: readonly BuiltComponent[];
  readonly functions: readonly BuiltComponent[];
  /** null in the private edition, which has no server */
  readonly serverUrl: string | null;
}

/**
 * Reads and checks what an edition is built from; writes nothing.
 *
 * @param source the folder with `app.json`, the profiles, `extensions/` and `serverless/`
 * @param profileName as in `hsprofile.<name>.json`
 * @throws BuildRefused
 */
export async function planEdition(
  source: string,
  edition: EditionName,
  profileName: string,
): Promise<EditionPlan> {
  const { extensions, functions } = SOURCES_OF[edition];
  const profile = await readProjectProfile(source, profileName);
  const folders = await foldersIn(join(source, extensions));
  return {
    edition,
    source,
    profile,
    app: await readAppManifest(source, edition, profile),
    serverUrl: edition === 'oauth' ? variableOf(profile, 'SERVER_URL', 'the card') : null,
    extensions: (await Promise.all(folders.map((folder) => componentsIn(folder, '.tsx')))).flat(),
    functions: functions === null ? [] : await componentsIn(join(source, functions), '.ts'),
  };
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => !entry.isFile()).map(({ name }) => join(folder, name));
}

async function componentsIn(folder: string, extension: '.ts' | '.tsx'): Promise<BuiltComponent[]> {
  const components = await readComponents(folder);
  const built = await Promise.all(
    components.map(async (component) => {
      const code = codeNameOf(component) + extension;
      const found = await stat(join(folder, code)).catch(() => undefined);
      if (found?.isFile()) return perLocation({ ...component, code });
      throw new BuildRefused(
        `${join(folder, code)} is missing: ${join(folder, component.file)} names it as its entrypoint.`,
      );
    }),
  );
  return built.flat();
}
