import { GUIDANCE } from '../../icp/guidance.ts';
import { PARTNER_TYPES, type PartnerCategory, type PartnerType } from '../../icp/partner-types.ts';
import { versionKey, currentProfile } from '../../icp/profile.ts';
import type { Context } from '../context.ts';

/** One partner type, and the profile that a new scorecard of it starts under. */
export interface ListedProfile {
  type: PartnerType;
  category: PartnerCategory;
  label: string;
  /** What a partner of this type does, in one sentence. */
  sentence: string;
  /** `reseller@0`; null where none is published. */
  version: string | null;
  isDefault: boolean;
}

/** The partner types in the order of the guide, each with its current profile. */
export function listProfiles(
  context: Pick<Context, 'profiles' | 'current' | 'defaultType'>,
): ListedProfile[] {
  return PARTNER_TYPES.map(({ key, category, label }) => {
    const current = currentProfile(context, key);
    const version = current === null ? null : versionKey(current);
    return {
      type: key,
      category,
      label,
      sentence: GUIDANCE.types[key],
      version,
      isDefault: key === context.defaultType,
    };
  });
}
