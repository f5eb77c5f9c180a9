import type { Properties } from '../../crm/companies.ts';
import { companyProperties, propertyOf } from '../../crm/properties.ts';
import { type Field, fieldsOf, fieldsOfAll } from '../../icp/fields.ts';
import { PARTNER_TYPES, type PartnerType } from '../../icp/partner-types.ts';
import type { Profile } from '../../icp/profile.ts';
import { currentProfile } from '../../icp/profile-versions.ts';
import type { Context } from '../context.ts';

type Profiles = Pick<Context, 'profiles'>;

/** What every known profile needs of a company. */
interface Needs {
  fields: readonly Field[];
  names: readonly string[];
}

/** Computed once for a list of profiles: every read and every judgement asks for it. */
const NEEDS = new WeakMap<readonly Profile[], Needs>();

function needsOf({ profiles }: Profiles): Needs {
  const known = NEEDS.get(profiles);
  if (known !== undefined) return known;
  const needs: Needs = {
    fields: fieldsOfAll(profiles),
    names: companyProperties(profiles).map(({ name }) => name),
  };
  NEEDS.set(profiles, needs);
  return needs;
}

/** The properties to ask for before a company can be judged. Which type it has is known only afterwards. */
export function propertyNames(context: Profiles): readonly string[] {
  return needsOf(context).names;
}

/** Every field of every known profile. */
export function knownFields(context: Profiles): readonly Field[] {
  return needsOf(context).fields;
}

/**
 * Whether the portal has the properties of a profile's own questions. A type whose properties were never installed lacks
 * them all; where some are there, the others have been deleted.
 */
export function isReady(properties: Properties, { dimensions }: Profile): boolean {
  return dimensions.some(({ key }) => properties[propertyOf(key)] !== undefined);
}

/** The partner types that a scorecard can be kept under in this portal. */
export function readyTypes(properties: Properties, { profiles }: Profiles): PartnerType[] {
  return PARTNER_TYPES.map(({ key }) => key).filter((type) => {
    const profile = currentProfile(profiles, type);
    return profile !== null && isReady(properties, profile);
  });
}

/**
 * The properties that somebody deleted and a scorecard under this profile needs. Those of other types are not needed, and
 * those of a type that was never installed were not deleted.
 */
export function missingFor(properties: Properties, profile: Profile, context: Profiles): string[] {
  const asked = isReady(properties, profile) ? fieldsOf(profile) : [];
  const own = new Set(asked.map(({ name }) => propertyOf(name)));
  const others = new Set(knownFields(context).map(({ name }) => propertyOf(name)));
  return propertyNames(context).filter(
    (name) => properties[name] === undefined && (own.has(name) || !others.has(name)),
  );
}
