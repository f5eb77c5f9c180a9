import type { Properties } from '../../crm/companies.ts';
import { textOf } from '../../crm/properties.ts';
import { type PartnerType, isPartnerType, partnerTypeLabel } from '../../icp/partner-types.ts';
import { type Profile, versionKey } from '../../icp/profile.ts';
import type { Problem } from '../../contract/scorecard-record.ts';
import { currentProfile, findProfile } from '../../icp/profile-versions.ts';
import type { Context } from '../context.ts';
import { isReady, readyTypes } from './ready-types.ts';

/** Why a company cannot be judged. With a code, not even an empty verdict may be written. */
export interface Obstacle extends Problem {
  code: 'unknown-profile-version' | 'newer-rules' | 'not-installed' | null;
}

/**
 * The profile to read the scorecard by, and why it may be unfit to judge it. Before a type is chosen it is that of the
 * default type, or of the first type that the portal is ready for.
 */
export function profileOf(
  properties: Properties,
  context: Pick<Context, 'profiles' | 'defaultType'>,
): { profile: Profile; unfit: Obstacle | null } {
  const { profiles } = context;
  const startType = startTypeOf(properties, context);
  const fallback = currentProfile(profiles, startType);
  if (fallback === null) throw new Error(`no profile for the default type ${startType}`);
  const version = textOf(properties, 'profile_version');
  const text = textOf(properties, 'partner_type');
  const type = isPartnerType(text) ? text : null;
  const current = type === null ? fallback : currentProfile(profiles, type);
  const profile = version === null ? current : findProfile(profiles, version);
  if (profile === null)
    return {
      profile: current ?? fallback,
      unfit: version === null ? unpublished(type ?? startType) : unknownVersion(version),
    };
  if (type !== null && type !== profile.type) return { profile, unfit: typeDiffers(profile, type) };
  return { profile, unfit: isReady(properties, profile) ? null : notReady(profile.type) };
}

/** The type that a first rating starts a scorecard under. */
export function startTypeOf(
  properties: Properties,
  context: Pick<Context, 'profiles' | 'defaultType'>,
): PartnerType {
  const ready = readyTypes(properties, context);
  return ready.includes(context.defaultType) ? context.defaultType : (ready[0] ?? context.defaultType);
}

function unpublished(type: PartnerType): Obstacle {
  const message = `No profile is published for the type ${partnerTypeLabel(type)}. Publish one, or choose another type.`;
  return { field: 'partner_type', message, code: null };
}

function unknownVersion(version: string): Obstacle {
  const message = `The scorecard was judged by profile ${version}, which is not known here. Nothing is derived until it is published again or the app is updated.`;
  return { field: null, message, code: 'unknown-profile-version' };
}

function typeDiffers(profile: Profile, type: PartnerType): Obstacle {
  const message = `The scorecard was judged by ${versionKey(profile)}, but its type was changed to ${partnerTypeLabel(type)} outside this card. Set the type back; you can then change it here, which keeps what holds for both.`;
  return { field: 'partner_type', message, code: null };
}

function notReady(type: PartnerType): Obstacle {
  const message = `This portal has no properties for the type ${partnerTypeLabel(type)} yet. An admin adds them: icp install --types ${type}. Nothing of other types is touched.`;
  return { field: 'partner_type', message, code: 'not-installed' };
}
