import { type PropertyDefinition, companyProperties } from '../crm/company-properties.ts';
import {
  type ExistingProperty,
  createGroup,
  createProperties,
  listProperties,
  replaceOptions,
} from '../crm/properties.ts';
import type { Context } from './context.ts';

/** What the installer did, by property name. */
export interface Installation {
  created: string[];
  /** Had lost options that the product writes; they were added. */
  repaired: string[];
  unchanged: string[];
  /** Exists, but otherwise than needed. Never touched: somebody else may rely on it. */
  clashes: { name: string; message: string }[];
}

/**
 * Creates the property group and every company property that the profiles need. Repeatable: what is there stays.
 *
 * @throws CrmError
 */
export async function install({ crm, profiles }: Pick<Context, 'crm' | 'profiles'>): Promise<Installation> {
  const existing = new Map((await listProperties(crm)).map((property) => [property.name, property]));
  const wanted = companyProperties(profiles);
  const created = wanted.filter(({ name }) => !existing.has(name));
  const installation: Installation = {
    created: created.map(({ name }) => name),
    repaired: [],
    unchanged: [],
    clashes: [],
  };
  if (created.length > 0) {
    await createGroup(crm);
    await createProperties(crm, created);
  }
  for (const definition of wanted) {
    const found = existing.get(definition.name);
    if (found !== undefined) await compare(crm, definition, found, installation);
  }
  return installation;
}

async function compare(
  crm: Context['crm'],
  definition: PropertyDefinition,
  found: ExistingProperty,
  { clashes, unchanged, repaired }: Installation,
): Promise<void> {
  const { name, options = [] } = definition;
  const lost = options.filter(({ value }) => !found.options.some((option) => option.value === value));
  const clash = clashWith(definition, found, lost);
  if (clash !== null) clashes.push({ name, message: `${name} ${clash}, then install again.` });
  else if (lost.length === 0) unchanged.push(name);
  else {
    await replaceOptions(crm, name, [...found.options, ...lost]);
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
