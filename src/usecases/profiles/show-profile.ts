import { PARTNER_TYPES, isPartnerType, partnerTypeLabel } from '../../icp/partner-types.ts';
import { type KnownProfiles, type Profile, currentProfile } from '../../icp/profile.ts';
import { Refused } from '../refused.ts';
import { notAType } from '../../messages/terminal.ts';

/**
 * The profile that a new scorecard of a type starts under.
 *
 * @throws Refused `invalid-input` for an unknown type, or one without a profile
 */
export function showProfile(known: KnownProfiles, { type }: { type: string }): Profile {
  if (!isPartnerType(type)) {
    const types = PARTNER_TYPES.map(({ key }) => key).join(', ');
    throw unknown(notAType(type.slice(0, 40), types));
  }
  const profile = currentProfile(known, type);
  if (profile === null)
    throw unknown(
      `no profile is published for ${partnerTypeLabel(type)}. Publish one, or choose another type.`,
    );
  return profile;
}

function unknown(sentence: string): Refused {
  return new Refused('invalid-input', `type: ${sentence}`, { field: 'type' });
}
