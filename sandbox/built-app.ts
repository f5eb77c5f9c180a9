import type { Edition } from '../src/crm/installation-record.ts';
import type { FunctionExecutor } from './functions/function-executor.ts';
import type { FunctionPayload } from './workbench/host/function-calls.ts';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { buildOnce } from './build/build-once.ts';
import { SANDBOX_PROFILE, buildEdition } from './build/build-edition.ts';
import { buildWorkerCards } from './build/build-worker-cards.ts';
import { type Component, readComponents } from './build/components.ts';
import { planEdition } from './build/plan-edition.ts';
import { bundleAssets } from './workbench/host/page-files.ts';
import type { CardBundle } from './workbench/host/server.ts';
import { CARD_LOCATIONS, DISPLAY_MODES, RECORD_TYPES } from './workbench/host/settings.ts';

const ROOT = join(import.meta.dirname, '..');

/**
 * The project of an edition, and its extensions that the workbench has a place for (a tab or the sidebar of a record, a
 * preview, bulk actions, or the settings of the app), built once for each state of the sources.
 */
export async function builtApp(edition: Edition): Promise<{ projectFolder: string; cards: CardBundle[] }> {
  const folder = await buildOnce(`app-${edition}`, async (draft) => {
    const plan = await planEdition(ROOT, edition, SANDBOX_PROFILE);
    const { projectFolder } = await buildEdition(plan, join(draft, 'project'));
    const placed = await placedCards(projectFolder);
    await buildWorkerCards(
      placed.map(({ entry }) => entry),
      join(draft, 'cards'),
    );
  });
  const projectFolder = join(folder, 'project');
  const cards = (await placedCards(projectFolder)).map(({ component, location, entry }) => ({
    ...{ id: component.uid, location, file: join(folder, 'cards', basename(entry)) },
    ...describedBy(component),
  }));
  return { projectFolder, cards };
}

/** Scripts and styles of the workbench's page, by file name, bundled once for each state of the sources. */
export async function builtPage(): Promise<Map<string, string>> {
  const folder = await buildOnce('page', async (draft) => {
    for (const [name, text] of await bundleAssets()) await writeFile(join(draft, name), text);
  });
  const names = await readdir(folder);
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  );
}

/** Folders of a project whose components have a place on a page. */
const PLACED = ['actions', 'cards', 'settings'];

/** Types of components that are their own place. */
const OWN_PLACES: Readonly<Record<string, readonly string[]>> = {
  settings: ['settings'],
  'crm-bulk-action': ['crm.bulkActions'],
};

async function placedCards(projectFolder: string) {
  const sources = join(projectFolder, 'src');
  const names = (await readdir(join(sources, 'app'))).filter((name) => PLACED.includes(name));
  const folders = names.map((name) => readComponents(join(sources, 'app', name)));
  return (await Promise.all(folders)).flat().flatMap((component) => {
    const places = OWN_PLACES[component.type] ?? component.locations;
    const location = CARD_LOCATIONS.find((each) => places.includes(each));
    return location === undefined
      ? []
      : [{ component, location, entry: join(sources, component.entrypoint) }];
  });
}

function describedBy({
  description: { config },
}: Component): Pick<CardBundle, 'title' | 'objectTypes' | 'displayMode'> {
  const { objectTypes } = config;
  // cards have a name, bulk actions a label
  const name = config['name'] ?? config['label'];
  const displayMode = DISPLAY_MODES.find((mode) => mode === config['displayMode']);
  const asked: readonly unknown[] = Array.isArray(objectTypes) ? objectTypes : [];
  return {
    title: typeof name === 'string' ? name : 'Partner ICP',
    objectTypes: RECORD_TYPES.filter((type) => asked.includes(type)),
    ...(displayMode && { displayMode }),
  };
}

/** Hands a card's call to HubSpot's executor, which reads the listed properties of the record itself. */
export function throughExecutor(call: FunctionExecutor['call']) {
  return (
    name: string,
    { parameters, propertiesToSend, objectId, objectTypeId }: FunctionPayload,
  ): Promise<unknown> =>
    call(name, {
      parameters,
      propertiesToSend: Object.keys(propertiesToSend),
      ...(objectId !== null && { record: { objectTypeId, objectId: String(objectId) } }),
    });
}
