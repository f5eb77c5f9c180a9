import { PARTNER_TYPES, isPartnerType, partnerTypeLabel } from '../../icp/partner-types.ts';
import { type Profile, currentProfile } from '../../icp/profile.ts';
import type { Context } from '../context.ts';
import { Refused } from '../refused.ts';
import { notAType } from '../../messages/terminal.ts';

/**
 * The profile that a new scorecard of a type starts under.
 *
 * @throws Refused `invalid-input` for an unknown type, or one without a profile
 */
export function showProfile({ profiles }: Pick<Context, 'profiles'>, { type }: { type: string }): Profile {
  if (!isPartnerType(type)) {
    const known = PARTNER_TYPES.map(({ key }) => key).join(', ');
    throw unknown(notAType(type.slice(0, 40), known));
  }
  const profile = currentProfile(profiles, type);
  if (profile === null)
    throw unknown(
      `no profile is published for ${partnerTypeLabel(type)}. Publish one, or choose another type.`,
    );
  return profile;
}

function unknown(sentence: string): Refused {
  return new Refused('invalid-input', `type: ${sentence}`, { field: 'type' });
}
