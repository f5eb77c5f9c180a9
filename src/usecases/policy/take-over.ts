import type { TakeOver } from '../../contract/scorecard-record.ts';
import { isPartnerType } from '../../icp/partner-types.ts';
import { laneByProfile } from '../../icp/portfolio-card.ts';
import { type Profile, currentProfile, versionKey } from '../../icp/profile.ts';
import { NOTHING_TO_REJUDGE, typeOfOtherProfile } from '../../messages/policy.ts';
import { type Context, today } from '../context.ts';
import { Refused } from '../refused.ts';
import { type Reading, refusalToWrite } from '../scorecard/judge.ts';
import { publishedOf } from './published.ts';

type Knowledge = Pick<Context, 'profiles' | 'current' | 'policy' | 'now' | 'installation' | 'remedies'>;

/** What today's profile would make of a scorecard that is judged by another one; null where it cannot be taken over. */
export function takeOverOf(reading: Reading, context: Knowledge): TakeOver | null {
  const { type } = reading.scorecard;
  const to = type === null ? null : currentProfile(context, type);
  if (to === null || versionKey(to) === reading.profileVersion) return null;
  if (refusalToTakeOver(reading, to, context) !== null) return null;
  const key = versionKey(to);
  return {
    to: key,
    published: publishedOf(key, context),
    ...laneByProfile(reading.scorecard, to, today(context)),
  };
}

/**
 * Why a scorecard cannot be judged by another version of its type; null when it can. One whose own version is not known
 * can: all versions of a type have the same dimensions and checks, and nothing else gives it a verdict again.
 */
export function refusalToTakeOver(
  reading: Reading,
  to: Profile,
  context: Pick<Context, 'profiles' | 'remedies'>,
): Refused | null {
  const { profileVersion, isEmpty, blocker, scorecard } = reading;
  const isUnknown = blocker?.code === 'unknown-profile-version';
  const refusal = refusalToWrite(isUnknown ? { ...reading, blocker: null } : reading, context);
  if (refusal !== null) return refusal;
  if (profileVersion === null || isEmpty) return new Refused('invalid-input', NOTHING_TO_REJUDGE);
  const [stamped] = profileVersion.split('@');
  const isOfOther = isPartnerType(stamped) && stamped !== to.type;
  if (isOfOther || scorecard.type !== to.type || (blocker !== null && !isUnknown))
    return new Refused('invalid-input', blocker?.message ?? typeOfOtherProfile(to.title), {
      field: blocker?.field ?? 'partner_type',
    });
  return null;
}
