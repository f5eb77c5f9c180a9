import * as z from 'zod';

import { type Option, PROPERTY_GROUP, type PropertyDefinition } from './property-shapes.ts';
import { CrmError } from './client/errors.ts';
import { batches } from './client/batches.ts';
import { bisectBatch } from './client/bisect-batch.ts';
import { API_VERSION, type Crm, read } from './client/request.ts';

/** The kinds of record on which the product keeps properties. */
export const OBJECT_TYPES = ['companies', 'deals'] as const;
export type ObjectType = (typeof OBJECT_TYPES)[number];

const pathOf = (objectType: ObjectType) => `/crm/properties/${API_VERSION}/${objectType}`;

/** The most definitions that HubSpot creates in one call. */
export const PROPERTY_BATCH = 100;

const Existing = z.object({
  name: z.string(),
  type: z.string(),
  fieldType: z.string(),
  label: z.string().default(''),
  groupName: z
    .string()
    .nullish()
    .transform((group) => group ?? ''),
  description: z
    .string()
    .nullish()
    .transform((text) => text ?? ''),
  // '' is no time: nothing is later than it, and it is later than nothing
  createdAt: z.string().default(''),
  hidden: z.boolean().nullish(),
  // one of HubSpot's own
  hubspotDefined: z.boolean().nullish(),
  calculated: z.boolean().nullish(),
  modificationMetadata: z.object({ readOnlyValue: z.boolean().nullish() }).nullish(),
  options: z.array(z.looseObject({ value: z.string(), label: z.string() })).default([]),
});
export type ExistingProperty = z.infer<typeof Existing>;
const Properties = z.object({ results: z.array(Existing) });

/** The properties that the portal has, archived ones left out. */
export async function listProperties(crm: Crm, objectType: ObjectType): Promise<ExistingProperty[]> {
  const request = { method: 'GET', path: pathOf(objectType) } as const;
  return (await read(crm, request, Properties, 'list of properties')).results;
}

/** The properties of these names that the portal has, archived ones left out. One call for up to `PROPERTY_BATCH`. */
export async function readProperties(
  crm: Crm,
  objectType: ObjectType,
  names: readonly string[],
): Promise<ExistingProperty[]> {
  const path = `${pathOf(objectType)}/batch/read`;
  const answers = batches(names, PROPERTY_BATCH).map((some) => {
    const body = { inputs: some.map((name) => ({ name })), archived: false };
    return read(crm, { method: 'POST', path, body, repeat: 'reads' }, Properties, 'list of properties');
  });
  return (await Promise.all(answers)).flatMap(({ results }) => results);
}

/** Names of the properties that were archived, and come back with their values when they are created again. */
export async function listArchived(crm: Crm, objectType: ObjectType): Promise<string[]> {
  const request = { method: 'GET', path: pathOf(objectType), query: { archived: 'true' } } as const;
  return (await read(crm, request, Properties, 'list of properties')).results.map(({ name }) => name);
}

/** Creates the group of the product's properties, unless it exists. */
export async function createGroup(crm: Crm, objectType: ObjectType): Promise<void> {
  try {
    await crm.send({
      method: 'POST',
      path: `${pathOf(objectType)}/groups`,
      body: { ...PROPERTY_GROUP, displayOrder: -1 },
      // a second group of this name is refused, which leaves the same state
      repeat: 'same',
    });
  } catch (error) {
    if (!(error instanceof CrmError && error.code === 'already-exists')) throw error;
  }
}

/** A batch may succeed in part: refused inputs are in `errors`, although the status is a success. */
const Created = z.object({ errors: z.array(z.object({ message: z.string() })).default([]) });

/**
 * Creates properties that do not exist yet.
 *
 * @throws CrmError `invalid-request` when some of them were refused; the others are there
 */
export async function createProperties(
  crm: Crm,
  objectType: ObjectType,
  definitions: readonly PropertyDefinition[],
): Promise<void> {
  for (const some of batches(definitions, PROPERTY_BATCH)) {
    const path = `${pathOf(objectType)}/batch/create`;
    const answer = await crm.send({ method: 'POST', path, body: { inputs: some.map(asInput) } });
    const { errors } = Created.safeParse(answer).data ?? { errors: [] };
    if (errors.length === 0) continue;
    const reasons = errors.map(({ message }) => message).join(' ');
    throw new CrmError(
      'invalid-request',
      `HubSpot did not create every property: ${reasons} Correct that, then install again.`,
    );
  }
}

/** What is to become of a property that is there. What is left out stays. */
export interface PropertyChange {
  label?: string;
  description?: string;
  /**
   * HubSpot cannot add or rename one option, so these replace all: send the existing ones too. They keep their places, and
   * those without one go behind.
   */
  options?: readonly PlacedOption[];
}

/** Changes the definition of a property. @throws CrmError */
export async function changeProperty(
  crm: Crm,
  objectType: ObjectType,
  name: string,
  { options, ...texts }: PropertyChange,
): Promise<void> {
  await crm.send({
    method: 'PATCH',
    path: `${pathOf(objectType)}/${name}`,
    body: { ...texts, ...(options && { options: placed(options) }) },
    repeat: 'same',
  });
}

/**
 * Archives properties with their values; HubSpot can restore them for 90 days. Properties that are gone are ignored.
 *
 * @returns those that are still there, with HubSpot's reason where it gave one: it keeps what lists, calculations or
 * workflows use
 */
export async function archiveProperties(
  crm: Crm,
  objectType: ObjectType,
  names: readonly string[],
): Promise<{ name: string; error: CrmError | null }[]> {
  const reasons = new Map<string, CrmError>();
  const kept: string[] = [];
  for (const some of batches(names, PROPERTY_BATCH)) {
    const refused = await bisectBatch(some, async (few) => {
      const body = { inputs: few.map((name) => ({ name })) };
      await crm.send({ method: 'POST', path: `${pathOf(objectType)}/batch/archive`, body, repeat: 'same' });
    });
    for (const { input, error } of refused) reasons.set(input, error);
    kept.push(...(await readProperties(crm, objectType, some)).map(({ name }) => name));
  }
  return kept.map((name) => ({ name, error: reasons.get(name) ?? null }));
}

/** A definition as HubSpot takes it. */
export function asInput({ options, ...definition }: Partial<PropertyDefinition>): object {
  return { ...definition, ...(options && { options: options.map(asOption) }) };
}

/** An option as HubSpot keeps it, or a new one without a place. */
interface PlacedOption extends Option {
  displayOrder?: unknown;
}

function placed(options: readonly PlacedOption[]): object[] {
  const places = options.map(({ displayOrder }) => (typeof displayOrder === 'number' ? displayOrder : -1));
  let last = Math.max(-1, ...places);
  return options.map((option) => {
    const isPlaced = typeof option.displayOrder === 'number';
    if (!isPlaced) last += 1;
    return { hidden: false, ...option, ...(!isPlaced && { displayOrder: last }) };
  });
}

function asOption(option: Option, displayOrder: number): object {
  return { hidden: false, ...option, displayOrder };
}
