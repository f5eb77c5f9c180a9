import { type Texts, fieldNames } from '../../crm/company-record.ts';
import { DECISION_FIELD_NAMES } from '../../crm/decision-fields.ts';
import { TRAIL_FIELDS } from '../../crm/properties.ts';
import { FACT_NAMES } from '../../icp/facts.ts';
import { type Field, fieldsOf, fieldsOfAll } from '../../icp/fields.ts';
import { PARTNER_TYPES, type PartnerType } from '../../icp/partner-types.ts';
import type { Profile } from '../../icp/profile.ts';
import type { Context } from '../context.ts';

type Profiles = Pick<Context, 'profiles'>;

/** Computed once for a list of profiles: every judgement asks for it. */
const FIELDS = new WeakMap<readonly Profile[], readonly Field[]>();

/** Every field of every known profile. */
export function knownFields({ profiles }: Profiles): readonly Field[] {
  const known = FIELDS.get(profiles) ?? fieldsOfAll(profiles);
  FIELDS.set(profiles, known);
  return known;
}

/**
 * Whether the portal has the properties of a profile's own questions. A type whose properties were never installed lacks
 * them all; where some are there, the others have been deleted.
 */
export function isReady(texts: Texts, { dimensions }: Profile): boolean {
  return dimensions.some(({ key }) => texts[key] !== undefined);
}

/** The partner types that a scorecard can be kept under in this portal. */
export function readyTypes(texts: Texts, { profiles }: Profiles): PartnerType[] {
  return PARTNER_TYPES.map(({ key }) => key).filter((type) =>
    profiles.some((profile) => profile.type === type && isReady(texts, profile)),
  );
}

/**
 * The fields that a scorecard under this profile needs and whose properties somebody deleted. Those of other types are
 * not needed, and those of a type that was never installed were not deleted.
 */
export function missingFields(texts: Texts, profile: Profile, context: Profiles): string[] {
  const asked = isReady(texts, profile) ? fieldsOf(profile) : [];
  const own = new Set(asked.map(({ name }) => name));
  const others = new Set(knownFields(context).map(({ name }) => name));
  return fieldNames(context.profiles).filter(
    (name) => texts[name] === undefined && (own.has(name) || !others.has(name)),
  );
}

/**
 * Whether nothing can be judged or saved without the field: ratings, checks, the type, the override and the verdict. The
 * profile version is of the trail, but decides by what is judged. Evidence, notes, facts, the decision and the rest of the
 * trail are only held back themselves.
 */
export function isNeeded(field: string): boolean {
  if (field === 'profile_version') return true;
  const isProse = field.endsWith('_evidence') || field.endsWith('_note');
  return (
    !isProse &&
    !TRAIL_FIELDS.includes(field) &&
    !DECISION_FIELD_NAMES.includes(field) &&
    !FACT_NAMES.some((name) => name === field) &&
    field !== 'other_types'
  );
}
