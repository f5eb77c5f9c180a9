import type { StoredEntry } from '../../contract/policy-home.ts';
import type { PeopleNames } from '../../crm/owners.ts';
import { readProperties } from '../../crm/property-definitions.ts';
import { propertyOf } from '../../crm/property-names.ts';
import { PARTNER_TYPES, type PartnerType } from '../../icp/partner-types.ts';
import { SHIPPED_PROFILES } from '../../icp/shipped-profiles.ts';
import type { Context } from '../context.ts';
import { installedTypes } from '../install/read-portal.ts';
import type { Policy } from './known-policy.ts';
import { underPolicy } from './with-policy.ts';

/** What a portal has decided, with its drafts, as read at one time. */
export interface OpenPolicy {
  context: Context;
  policy: Policy;
  drafts: ReadonlyMap<string, StoredEntry>;
  /** The types whose properties the portal has. */
  ready: readonly PartnerType[];
  /** How people are called; nobody where this door does not name them. */
  names: PeopleNames;
}

export const SETTINGS_DRAFT = 'draft:settings';

/** The key of the draft of a type's profile. */
export function draftKey(type: PartnerType): string {
  return `draft:${type}`;
}

const DRAFTS = [...PARTNER_TYPES.map(({ key }) => draftKey(key)), SETTINGS_DRAFT];

/** Reads the policy, all drafts, and the types of the portal: two calls at once, one more for new bodies. @throws CrmError */
export async function openPolicy(outside: Context): Promise<OpenPolicy> {
  await outside.installation.read(outside);
  const [{ policy, entries }, ready, names] = await Promise.all([
    outside.policy.read(outside.home, DRAFTS),
    readReadyTypes(outside),
    outside.edition === 'oauth' ? outside.installation.names(outside.crm) : NOBODY,
  ]);
  return { context: underPolicy(outside, policy), policy, drafts: entries, ready, names };
}

const NOBODY: PeopleNames = new Map();

async function readReadyTypes(context: Context): Promise<PartnerType[]> {
  const keys = SHIPPED_PROFILES.flatMap(({ dimensions }) => dimensions.map(({ key }) => propertyOf(key)));
  const found = await readProperties(context.crm, 'companies', [...new Set(keys)]);
  return installedTypes(
    found.map(({ name }) => name),
    context,
  );
}

/** The highest version of a type that any entry names, whether or not it can be read. */
export function newestOf({ log, published }: Policy, type: PartnerType): number {
  const versions = [
    ...log.map(({ body }) => body.current[type] ?? 0),
    ...[...published.values()].flatMap(({ body: { profile } }) =>
      profile.type === type ? [profile.version] : [],
    ),
  ];
  return Math.max(0, ...versions);
}
