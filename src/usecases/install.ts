import { type PropertyDefinition, companyProperties, dealProperties } from '../crm/company-properties.ts';
import { CrmError } from '../crm/crm-error.ts';
import {
  type ExistingProperty,
  type ObjectType,
  createGroup,
  createProperties,
  listProperties,
  replaceOptions,
} from '../crm/properties.ts';
import { PARTNER_TYPES, type PartnerType } from '../icp/partner-types.ts';
import type { Profile } from '../icp/profile.ts';
import { ATTEMPTS } from './company-access.ts';
import type { Context } from './context.ts';
import { readyTypes } from './portal-types.ts';

/** What the installer did, by property name. */
export interface Installation {
  /** The partner types that scorecards can be kept for afterwards. */
  types: PartnerType[];
  created: string[];
  /** Had lost options that the product writes; they were added. */
  repaired: string[];
  unchanged: string[];
  /** Exists, but otherwise than needed. Never touched: somebody else may rely on it. */
  clashes: { name: string; message: string }[];
}

/**
 * Creates the property groups, the properties that the chosen partner types need on companies, and those of deals.
 * Repeatable: what is there stays, and what was chosen earlier is kept in repair too.
 *
 * @param types the partner types to keep scorecards for; none means those that are there, or the default type at first
 * @throws CrmError
 */
export async function install(
  { crm, profiles, defaultType }: Pick<Context, 'crm' | 'profiles' | 'defaultType'>,
  { types = [] }: { types?: readonly PartnerType[] } = {},
): Promise<Installation> {
  const existing = await listProperties(crm, 'companies');
  const chosen = chosenTypes(types, existing, profiles, defaultType);
  const wanted = companyProperties(profiles.filter(({ type }) => chosen.includes(type)));
  // Types share properties: one that was chosen may make others ready.
  const ready = readyTypes(presentIn([...existing, ...wanted]), { profiles });
  const installation: Installation = { types: ready, created: [], repaired: [], unchanged: [], clashes: [] };
  await installOn(crm, 'companies', wanted, existing, installation);
  await installOn(crm, 'deals', dealProperties(profiles), await listProperties(crm, 'deals'), installation);
  return installation;
}

/** In the order of the table, so that the same choice always makes the same plan. */
function chosenTypes(
  types: readonly PartnerType[],
  existing: readonly ExistingProperty[],
  profiles: readonly Profile[],
  defaultType: PartnerType,
): PartnerType[] {
  const chosen = new Set([...types, ...readyTypes(presentIn(existing), { profiles })]);
  if (chosen.size === 0) chosen.add(defaultType);
  return PARTNER_TYPES.map(({ key }) => key).filter((key) => chosen.has(key));
}

function presentIn(properties: readonly { name: string }[]): Record<string, string> {
  return Object.fromEntries(properties.map(({ name }) => [name, '']));
}

async function installOn(
  crm: Context['crm'],
  objectType: ObjectType,
  wanted: readonly PropertyDefinition[],
  found: readonly ExistingProperty[],
  installation: Installation,
): Promise<void> {
  const existing = new Map(found.map((property) => [property.name, property]));
  const created = wanted.filter(({ name }) => !existing.has(name));
  if (created.length > 0) {
    await createGroup(crm, objectType);
    await createSurely(crm, objectType, created);
    installation.created.push(...created.map(({ name }) => shownName(objectType, name)));
  }
  for (const definition of wanted) {
    const found = existing.get(definition.name);
    if (found !== undefined) await compare(crm, objectType, definition, found, installation);
  }
}

/** A create whose answer was lost is not repeated blindly: what is there is looked at, and the rest is created. */
async function createSurely(
  crm: Context['crm'],
  objectType: ObjectType,
  definitions: readonly PropertyDefinition[],
): Promise<void> {
  let missing = definitions;
  for (let attempt = 1; missing.length > 0; attempt++) {
    try {
      await createProperties(crm, objectType, missing);
      return;
    } catch (error) {
      const isUnsure = error instanceof CrmError && error.code === 'unknown-outcome';
      if (!isUnsure || attempt >= ATTEMPTS) throw error;
    }
    const there = new Set((await listProperties(crm, objectType)).map(({ name }) => name));
    missing = missing.filter(({ name }) => !there.has(name));
  }
}

/** Deals mirror properties of companies under the same names. */
function shownName(objectType: ObjectType, name: string): string {
  return objectType === 'companies' ? name : `${objectType}: ${name}`;
}

async function compare(
  crm: Context['crm'],
  objectType: ObjectType,
  definition: PropertyDefinition,
  found: ExistingProperty,
  { clashes, unchanged, repaired }: Installation,
): Promise<void> {
  const { options = [] } = definition;
  const name = shownName(objectType, definition.name);
  const lost = options.filter(({ value }) => !found.options.some((option) => option.value === value));
  const clash = clashWith(definition, found, lost);
  if (clash !== null) clashes.push({ name, message: `${name} ${clash}, then install again.` });
  else if (lost.length === 0) unchanged.push(name);
  else {
    await replaceOptions(crm, objectType, definition.name, [...found.options, ...lost]);
    repaired.push(name);
  }
}

/** What keeps a property that exists from being used, and what to do about it. */
function clashWith(
  { type, fieldType }: PropertyDefinition,
  found: ExistingProperty,
  lost: readonly { label: string }[],
): string | null {
  if (found.type !== type || (type === 'enumeration' && found.fieldType !== fieldType))
    return `exists as ${found.type} (${found.fieldType}), but must be ${type} (${fieldType}). Rename or delete it in HubSpot's property settings`;
  // HubSpot allows no two options of one label.
  const taken = lost.find(({ label }) => found.options.some((option) => option.label === label));
  return taken === undefined
    ? null
    : `has an option "${taken.label}" that is not ours. Rename that option in HubSpot's property settings`;
}
