import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Edition as EditionName, EDITIONS } from '../../src/crm/installation-record.ts';
import { type AppManifest, readAppManifest, uidIn } from './app-manifest.ts';
import { type BuiltComponent, codeNameOf, perLocation, readComponents } from './components.ts';
import { type ProjectProfile, readProjectProfile, variableOf } from './project-profile.ts';
import { BuildRefused } from './read-json.ts';
import { type ServerComponent, webhooksComponent } from './webhooks-component.ts';
import { actionComponents } from './workflow-actions.ts';
import { noEdition } from '../../src/messages/build.ts';

/** The validated input of a build. */
export interface EditionPlan {
  readonly edition: EditionName;
  readonly source: string;
  readonly profile: ProjectProfile;
  readonly app: AppManifest;
  readonly extensions: readonly BuiltComponent[];
  readonly functions: readonly BuiltComponent[];
  /** What HubSpot calls at the server: none in the private edition. */
  readonly called: readonly ServerComponent[];
  /** null in the private edition, which has no server */
  readonly serverUrl: string | null;
}

/**
 * Reads and validates the input of a build; writes nothing.
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
    extensions: (await Promise.all(folders.map((folder) => componentsIn(folder, '.tsx', edition)))).flat(),
    called: edition === 'oauth' ? calledAt('${SERVER_URL}') : [],
    functions: functions === null ? [] : await componentsIn(join(source, functions), '.ts', edition),
  };
}

function calledAt(serverUrl: string): ServerComponent[] {
  const uidOf = (name: string) => uidIn(name, 'oauth');
  return [webhooksComponent(uidOf, serverUrl), ...actionComponents(uidOf, serverUrl)];
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => !entry.isFile()).map(({ name }) => join(folder, name));
}

async function componentsIn(
  folder: string,
  extension: '.ts' | '.tsx',
  edition: EditionName,
): Promise<BuiltComponent[]> {
  const components = await readComponents(folder);
  const built = await Promise.all(
    components.map(async (component) => {
      const code = codeNameOf(component) + extension;
      const found = await stat(join(folder, code)).catch(() => undefined);
      if (found?.isFile())
        return perLocation({ ...component, code }).map((built) => inEdition(built, edition));
      throw new BuildRefused(
        `${join(folder, code)} is missing: ${join(folder, component.file)} names it as its entrypoint.`,
      );
    }),
  );
  return built.flat();
}

/** The same component under the uid that it has in an edition. */
function inEdition(component: BuiltComponent, edition: EditionName): BuiltComponent {
  const uid = uidIn(component.uid, edition);
  return { ...component, uid, description: { ...component.description, uid } };
}

/**
 * The source folders whose components an edition holds; each folder of `extensions` is one extension.
 *
 * - `private`: static auth, the card asks the app function; for one Enterprise portal
 * - `oauth`: OAuth, the card asks our server; for any portal
 *
 * Source: HubSpot's app configuration: apps with app functions need static auth and private distribution.
 */
const SOURCES_OF: Readonly<Record<EditionName, { extensions: string; functions: string | null }>> = {
  private: { extensions: 'extensions', functions: 'serverless' },
  oauth: { extensions: 'extensions', functions: null },
};

/** @throws BuildRefused when there is no such edition */
export function editionNamed(name: string): EditionName {
  const edition = EDITIONS.find((known) => known === name);
  if (edition !== undefined) return edition;
  throw new BuildRefused(noEdition(name, EDITIONS.join(' or ')));
}
