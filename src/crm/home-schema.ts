import * as z from 'zod';

import { type Room, readIfAllowed } from './account.ts';
import { API_VERSION, type Crm, read } from './client/request.ts';
import {
  HOME_DESCRIPTION,
  HOME_FIELDS,
  HOME_NAME,
  HOME_TYPE,
  homeProperties,
  homeSchema,
} from './home-object.ts';
import { entryOf } from './home-entry.ts';
import { archiveRecords, listRecords, oldestOfEachKey } from './home-records.ts';
import { asInput } from './property-definitions.ts';
import type { PropertyDefinition } from './property-shapes.ts';

const SCHEMAS = `/crm-object-schemas/${API_VERSION}/schemas`;

const Text = z
  .string()
  .nullish()
  .transform((text) => text ?? '');
const Schema = z.object({
  name: z.string(),
  objectTypeId: z.string(),
  description: Text,
  properties: z
    .array(
      z.object({
        name: z.string(),
        type: z.string(),
        fieldType: Text,
        groupName: Text,
        hasUniqueValue: z.boolean().nullish(),
        options: z.array(z.looseObject({ value: z.string(), label: z.string() })).default([]),
      }),
    )
    .default([]),
});
/** A custom object that stands under the home's name. */
export type ExistingHome = z.infer<typeof Schema>;
const Schemas = z.object({ results: z.array(Schema) });

/** What stands under the home's name in the portal. */
export interface FoundHome {
  there: ExistingHome | null;
  /** Whether a deleted one holds the name. */
  isDeleted: boolean;
  /** How many custom objects the portal may have; null where that cannot be read. */
  room: Room | null;
}

const Limits = z.object({ limit: z.number(), usage: z.number() });

/**
 * Looks for the home. At most three calls: the limit and deleted objects are of no interest where it is there.
 *
 * @throws CrmError `missing-scope` or `forbidden` where the app or the plan has no custom objects
 */
export async function findHome(crm: Crm): Promise<FoundHome> {
  const there = (await homesAmong(crm, {}))[0] ?? null;
  if (there !== null) return { there, isDeleted: false, room: null };
  const isDeleted = (await homesAmong(crm, { archived: 'true' })).length > 0;
  const limits = await readIfAllowed(crm, `/crm/limits/${API_VERSION}/custom-object-types`, Limits);
  return { there, isDeleted, room: limits && { limit: limits.limit, used: limits.usage } };
}

async function homesAmong(crm: Crm, query: Record<string, string>): Promise<ExistingHome[]> {
  const { results } = await read(crm, { method: 'GET', path: SCHEMAS, query }, Schemas, 'list of objects');
  return results.filter(({ name }) => name.toLowerCase() === HOME_NAME);
}

const Created = z.object({ objectTypeId: z.string() });

/** Makes the home. @returns its object type id @throws CrmError */
export async function createHome(crm: Crm): Promise<string> {
  const request = { method: 'POST', path: SCHEMAS, body: homeSchema() } as const;
  return (await read(crm, request, Created, 'custom object')).objectTypeId;
}

/**
 * Deletes the home with everything in it, for good: its name is free again. Repeatable.
 *
 * @throws CrmError `invalid-request` where HubSpot keeps it for something that uses it
 */
export async function deleteHome(crm: Crm): Promise<void> {
  const { there, isDeleted } = await findHome(crm);
  if (there !== null) {
    const ids = (await listRecords(crm)).map(({ id }) => id);
    await archiveRecords(crm, ids);
    await crm.send({ method: 'DELETE', path: `${SCHEMAS}/${there.objectTypeId}`, repeat: 'same' });
  }
  if (there === null && !isDeleted) return;
  const path = `${SCHEMAS}/${HOME_TYPE}`;
  await crm.send({ method: 'DELETE', path, query: { archived: 'true' }, repeat: 'same' });
}

/** The log and the drafts of profiles, an entry a line as JSON. @throws CrmError */
export async function exportHome(crm: Crm): Promise<string[]> {
  if ((await findHome(crm)).there === null) return [];
  const entries = oldestOfEachKey(await listRecords(crm)).flatMap((record) => entryOf(record) ?? []);
  return entries.filter(({ kind }) => kind !== 'scorecard-draft').map((entry) => JSON.stringify(entry));
}

/** Adds a property that the home lacks. @throws CrmError */
export async function addHomeProperty(crm: Crm, property: PropertyDefinition): Promise<void> {
  const path = `/crm/properties/${API_VERSION}/${HOME_TYPE}`;
  await crm.send({ method: 'POST', path, body: asInput(property) });
}

/** Whether an object of the home's name is as we make it. An admin may rename it, and add properties. */
export function isAsOurHome({ description, properties }: ExistingHome): boolean {
  const key = properties.find(({ name }) => name === HOME_FIELDS.key);
  return description === HOME_DESCRIPTION && key?.hasUniqueValue === true;
}

/** How the properties of the home differ from what is needed. */
export interface HomeDifference {
  missing: PropertyDefinition[];
  /** Names of those that cannot hold our values. */
  unfit: string[];
}

export function compareHome({ properties }: ExistingHome): HomeDifference {
  const difference: HomeDifference = { missing: [], unfit: [] };
  const groupName = properties.find(({ name }) => name === HOME_FIELDS.key)?.groupName;
  for (const wanted of homeProperties(groupName)) {
    const found = properties.find(({ name }) => name === wanted.name);
    if (found === undefined) difference.missing.push(wanted);
    else if (!isFit(wanted, found)) difference.unfit.push(wanted.name);
  }
  return difference;
}

function isFit(wanted: PropertyDefinition, found: ExistingHome['properties'][number]): boolean {
  if (found.type !== wanted.type) return false;
  return wanted.name !== HOME_FIELDS.key || found.hasUniqueValue === true;
}
