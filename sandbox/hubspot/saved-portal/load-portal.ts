import { z } from 'zod';
import { isJsonObject } from '../http/json.ts';
import { offerStages } from '../pipelines/pipeline.ts';
import type { Source } from '../portal/actor.ts';
import type { Portal, TypeStore } from '../portal/portal.ts';
import { definitionOf, seedsOfType } from '../properties/property-store.ts';
import { addCustomType, customType } from '../schemas/custom-type.ts';
import { loadAssociations, loadLabels, loadLists } from './load-associations.ts';
import { loadRecords } from './load-records.ts';
import {
  SAVED_PORTAL,
  SAVED_VERSION,
  type SavedPortal,
  SavedPortalError,
  type SavedType,
} from './saved-portal.ts';

/**
 * Fills a fresh account with what `dumpPortal` gave.
 *
 * @throws SavedPortalError naming the first fault; the account must then be discarded
 */
export function loadPortal(portal: Portal, value: unknown): void {
  const saved = parseSaved(value);
  const sources: readonly Source[] = saved.sources;
  checkOnce(
    saved.types.map(({ id }) => id),
    'types',
    'object type',
  );
  for (const [index, savedType] of saved.types.entries()) {
    const store = portal.types.find(({ type }) => type.id === savedType.id) ?? loadSchema(portal, savedType);
    const path = `types[${index}]`;
    if (store === undefined) throw new SavedPortalError(`${path}: there is no object type ${savedType.id}.`);
    loadProperties(store, savedType, path, portal.now().getTime());
    loadPipelines(store, savedType, path);
    loadRecords(store, savedType.records, sources, path);
  }
  Object.assign(portal.nextIds, saved.nextIds);
  checkIds(portal);
  loadLabels(portal, saved);
  loadAssociations(portal, saved);
  portal.associations.changes.length = 0;
  loadLists(portal, saved.lists ?? []);
  portal.rules = saved.rules ?? [];
}

/** Checks the version before the shape, so that the message names the version. */
function parseSaved(value: unknown): SavedPortal {
  const version = isJsonObject(value) ? value['version'] : undefined;
  if (typeof version === 'number' && version !== SAVED_VERSION) {
    throw new SavedPortalError(`it has version ${version}, and this sandbox reads version ${SAVED_VERSION}.`);
  }
  const parsed = SAVED_PORTAL.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = issue === undefined ? '' : z.core.toDotPath(issue.path);
  throw new SavedPortalError(`${path === '' ? 'the whole' : path}: ${issue?.message ?? 'not readable'}`);
}

/** Restores how HubSpot's properties are derived, and adds those that the saved file does not have yet. */
function loadProperties(store: TypeStore, saved: SavedType, path: string, at: number): void {
  const { definitions, groups } = store.properties;
  checkOnce(
    saved.properties.map(({ name }) => name),
    `${path}.properties`,
    'name',
  );
  checkOnce(
    saved.properties.map(({ slot }) => String(slot)),
    `${path}.properties`,
    'slot',
  );
  const seeds = new Map(seedsOfType(store.type).map((seed) => [seed.name, seed]));
  definitions.clear();
  for (const group of saved.groups) groups.set(group.name, group);
  for (const property of saved.properties) {
    const derive = seeds.get(property.name)?.derive;
    if (!groups.has(property.groupName))
      throw new SavedPortalError(
        `${path}: property ${property.name} is in no group (${property.groupName}).`,
      );
    definitions.set(property.name, derive === undefined ? property : { ...property, derive });
  }
  for (const seed of seeds.values()) {
    if (!definitions.has(seed.name))
      definitions.set(seed.name, { ...definitionOf(store.properties, seed, at), hubspotDefined: true });
  }
}

function loadPipelines(store: TypeStore, saved: SavedType, path: string): void {
  const { pipelines } = store;
  if (saved.pipelines === undefined) return;
  if (pipelines === undefined) throw new SavedPortalError(`${path}.pipelines: this type has none.`);
  const stageIds = saved.pipelines.flatMap(({ stages }) => stages.map(({ id }) => id));
  checkOnce(stageIds, `${path}.pipelines`, 'stage');
  pipelines.clear();
  for (const pipeline of saved.pipelines) pipelines.set(pipeline.id, pipeline);
  if (pipelines.size < Math.max(saved.pipelines.length, 1))
    throw new SavedPortalError(`${path}.pipelines: there must be pipelines, and each once.`);
  offerStages(store.properties, pipelines);
}

function checkIds({ types, nextIds }: Portal): void {
  const ids = types.flatMap(({ records }) =>
    records.all.flatMap(({ id, mergedIds = [] }) => [id, ...mergedIds]),
  );
  checkOnce(ids.map(String), 'types', 'record');
  const highest = ids.reduce((high, id) => Math.max(high, id), 0);
  if (highest >= nextIds.record)
    throw new SavedPortalError(`nextIds.record: ${nextIds.record} is not above record ${highest}.`);
}

function checkOnce(items: readonly string[], path: string, what: string): void {
  const seen = new Set<string>();
  for (const item of items) {
    if (seen.has(item)) throw new SavedPortalError(`${path}: ${what} ${item} is there twice.`);
    seen.add(item);
  }
}

/** Adds the type of a saved schema; its properties and records are loaded as those of any type. */
function loadSchema(portal: Portal, { id, schema }: SavedType): TypeStore | undefined {
  if (schema === undefined || !/^2-\d{1,15}$/.test(id)) return undefined;
  return addCustomType(portal, customType(portal, id.slice(2), schema), schema.createdAt);
}
