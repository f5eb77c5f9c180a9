import type { PartnerType } from '../../icp/partner-types.ts';
import { type Profile, findProfile, versionInWords, versionKey } from '../../icp/profile.ts';
import type { Settings } from '../../icp/settings.ts';
import { noSuchVersion } from '../../messages/policy.ts';
import type { Context } from '../context.ts';
import { showProfile } from '../profiles/show-profile.ts';
import { Refused } from '../refused.ts';
import { underPolicy } from './with-policy.ts';

/**
 * A profile of the portal: the current one of a type as its questions are asked here, or one of its versions as it was
 * published. One call.
 *
 * @throws Refused `invalid-input` for a version that was never published, or cannot be read
 * @throws CrmError
 */
export async function showProfileOf(
  outside: Context,
  { type, version }: { type: PartnerType; version?: number | undefined },
): Promise<Profile> {
  const { policy } = await outside.policy.read(outside.home);
  const context = underPolicy(outside, policy);
  if (version === undefined) return asShown(showProfile(context, { type }), context.settings);
  const key = versionKey({ type, version });
  const profile = findProfile(context.profiles, key);
  if (profile === null)
    throw new Refused('invalid-input', noSuchVersion(versionInWords(key)), { field: 'version' });
  return profile;
}

/** A profile as it is shown in a portal that may have switched the prompts of SaaS off. */
export function asShown(profile: Profile, { asksSaas }: Pick<Settings, 'asksSaas'>): Profile {
  return profile.asksSaas && !asksSaas ? { ...profile, asksSaas } : profile;
}
