import { type Texts, textOf } from '../../crm/company-record.ts';
import { type PartnerType, isPartnerType, partnerTypeLabel } from '../../icp/partner-types.ts';
import { type Profile, currentProfile, findProfile, versionInWords, versionKey } from '../../icp/profile.ts';
import type { Problem } from '../../contract/scorecard-record.ts';
import type { Context } from '../context.ts';
import { isReady, readyTypes } from './ready-types.ts';
import {
  profileUnknown,
  profileUnreadable,
  profileUnpublished,
  typeChangedOutside,
  typeNotInstalled,
} from '../../messages/scorecard.ts';

/** Why a company cannot be judged. With a code, nothing may be written either, not even an empty verdict. */
export interface Blocker extends Problem {
  code: 'unknown-profile-version' | 'newer-rules' | 'not-installed' | null;
}

/**
 * The profile to read the scorecard by, and what blocks a judgement by it. Before a type is chosen it is that of the
 * default type, or of the first type that the portal is ready for.
 */
export function profileOf(
  texts: Texts,
  context: Pick<Context, 'profiles' | 'current' | 'defaultType' | 'settings' | 'remedies'>,
): { profile: Profile; blocker: Blocker | null } {
  const { profiles } = context;
  const startType = startTypeOf(texts, context);
  // what is shown where nothing can be judged
  const fallback = currentProfile(context, startType) ?? profiles.find(({ type }) => type === startType);
  if (fallback === undefined) throw new Error(`no profile for the default type ${startType}`);
  const version = textOf(texts, 'profile_version');
  const text = textOf(texts, 'partner_type');
  const type = isPartnerType(text) ? text : null;
  const current = currentProfile(context, type ?? startType);
  const profile = version === null ? current : findProfile(profiles, version);
  if (profile === null)
    return {
      profile: current ?? fallback,
      blocker: version === null ? notThere(type ?? startType, context) : unknownVersion(version, context),
    };
  if (type !== null && type !== profile.type) return { profile, blocker: typeDiffers(profile, type) };
  return { profile, blocker: isReady(texts, profile) ? null : notReady(profile.type, context) };
}

/** The type that a first rating starts a scorecard under. */
export function startTypeOf(
  texts: Texts,
  context: Pick<Context, 'profiles' | 'defaultType' | 'settings'>,
): PartnerType {
  const ready = readyTypes(texts, context);
  const first = ready.find((type) => context.settings.enabledTypes.includes(type)) ?? ready[0];
  return ready.includes(context.defaultType) ? context.defaultType : (first ?? context.defaultType);
}

/** A type whose current version is named by the policy has a profile that cannot be read. */
function notThere(type: PartnerType, { current, remedies }: Pick<Context, 'current' | 'remedies'>): Blocker {
  const label = partnerTypeLabel(type);
  if (current[type] === undefined)
    return { field: 'partner_type', message: profileUnpublished(label), code: null };
  return {
    field: 'partner_type',
    message: profileUnreadable(label, remedies.restorePolicy),
    code: 'unknown-profile-version',
  };
}

function unknownVersion(version: string, { remedies }: Pick<Context, 'remedies'>): Blocker {
  const message = profileUnknown(versionInWords(version), remedies.restorePolicy);
  return { field: null, message, code: 'unknown-profile-version' };
}

function typeDiffers(profile: Profile, type: PartnerType): Blocker {
  const message = typeChangedOutside(versionInWords(versionKey(profile)), partnerTypeLabel(type));
  return { field: 'partner_type', message, code: null };
}

function notReady(type: PartnerType, { remedies }: Pick<Context, 'remedies'>): Blocker {
  const message = typeNotInstalled(partnerTypeLabel(type), remedies.installTypes(type));
  return { field: 'partner_type', message, code: 'not-installed' };
}
