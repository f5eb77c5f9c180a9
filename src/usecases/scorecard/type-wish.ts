import type { Company } from '../../crm/companies.ts';
import { propertyOf } from '../../crm/properties.ts';
import type { FieldValue } from '../../icp/fields.ts';
import { type PartnerType, isPartnerType, partnerTypeLabel } from '../../icp/partner-types.ts';
import { type Profile, versionKey } from '../../icp/profile.ts';
import { currentProfile } from '../../icp/profile-versions.ts';
import type { Context } from '../context.ts';
import type { Judgement } from './judge.ts';
import { Refused } from '../refused.ts';

/** What a save means for the partner type of a company. */
export interface TypeWish {
  /** `keep` leaves the type as it is, `set` chooses or mends it, `change` leaves one type for another. */
  what: 'keep' | 'set' | 'change';
  /** The saver worked under another type than the one that is there: nothing of the save fits. */
  isConflict: boolean;
  /** The profile that the scorecard is under afterwards. */
  profile: Profile;
}

/**
 * @param asked the change of the type that was asked for, both values allowed ones; undefined when none was
 * @throws Refused when there is no profile for the type, or a scorecard under way would lose its type
 */
export function typeWish(
  asked: { seen: FieldValue; value: FieldValue } | undefined,
  { scorecard, profile, profileVersion }: Judgement,
  { profiles }: Pick<Context, 'profiles'>,
): TypeWish {
  const keep = { what: 'keep', isConflict: false, profile } as const;
  if (asked === undefined || asked.value === scorecard.type) return keep;
  if (asked.seen !== scorecard.type) return { ...keep, isConflict: true };
  const from = profileVersion === null ? scorecard.type : profile.type;
  const to = isPartnerType(asked.value) ? asked.value : null;
  if (to === null) {
    if (profileVersion === null) return keep;
    throw refused(`the scorecard needs a type. Choose another one, or clear the scorecard.`);
  }
  if (to === from) return { what: 'set', isConflict: false, profile };
  const current = currentProfile(profiles, to);
  if (current === null) throw refused(`no profile is published for ${partnerTypeLabel(to)}.`);
  return { what: from === null ? 'set' : 'change', isConflict: false, profile: current };
}

/** The company as it stands under the wished type, before anything else of the save. */
export function underWishedType(
  company: Company,
  { what, profile }: TypeWish,
  { profileVersion }: Judgement,
) {
  if (what === 'keep') return company;
  const properties = {
    ...company.properties,
    [propertyOf('partner_type')]: profile.type,
    ...(profileVersion !== null && { [propertyOf('profile_version')]: versionKey(profile) }),
  };
  return { ...company, properties };
}

/** The save would leave ratings of one type to be read as ratings of another. */
export function notAskedFirst(from: PartnerType, to: PartnerType, names: readonly string[]): Refused {
  return refused(
    `changing ${partnerTypeLabel(from)} to ${partnerTypeLabel(to)} empties ${names.join(', ')}. Send them along, emptied or answered anew.`,
  );
}

function refused(sentence: string): Refused {
  return new Refused('invalid-input', `partner_type: ${sentence} Nothing was written.`, {
    field: 'partner_type',
  });
}
