import { join } from 'node:path';
import { buildWorkerCards } from './build/build-worker-cards.ts';
import { type Component, readComponents } from './build/components.ts';
import type { CardBundle } from './workbench/host/server.ts';
import { CARD_LOCATIONS, RECORD_TYPES } from './workbench/host/settings.ts';

/**
 * Builds the cards of a built project whose location the workbench shows: tab or sidebar of a record, or preview.
 *
 * @param output replaced as a whole
 */
export async function buildPlacedCards(projectFolder: string, output: string): Promise<CardBundle[]> {
  const sources = join(projectFolder, 'src');
  const components = await readComponents(join(sources, 'app', 'cards'));
  const placed = components.flatMap((component) => {
    const location = CARD_LOCATIONS.find((each) => component.locations.includes(each));
    return location === undefined ? [] : [{ component, location }];
  });
  const entries = placed.map(({ component }) => join(sources, component.entrypoint));
  const files = await buildWorkerCards(entries, output);
  return placed.map(({ component, location }, index) => ({
    ...{ id: component.uid, location, file: files[index] ?? '' },
    ...describedBy(component),
  }));
}

function describedBy({ uid, description: { config } }: Component): Pick<CardBundle, 'title' | 'objectTypes'> {
  const { name, objectTypes } = config;
  const asked: readonly unknown[] = Array.isArray(objectTypes) ? objectTypes : [];
  return {
    title: typeof name === 'string' ? name : uid,
    objectTypes: RECORD_TYPES.filter((type) => asked.includes(type)),
  };
}
