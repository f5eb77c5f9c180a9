import { checkAnswer, type Scorecard } from './scorecard.ts';
import { dayInWords } from './day-in.ts';
import type { Artifact, Facts } from './facts.ts';
import { isDay } from './field-values.ts';
import type { Profile } from './profile.ts';
import { flaggedChecks } from './checks.ts';
import { type Rating, ratingOf } from './ratings.ts';
import { countedRatings } from './totals.ts';
import * as say from '../messages/decisions.ts';

/** How many things a reply asks for. */
const MOST_WISHES = 2;

/** The artifacts that a partner can open, first the one without which the next is of no use. */
const ARTIFACTS_TO_OPEN: readonly Artifact[] = [
  'api-docs',
  'sandbox',
  'changelog',
  'developer-portal',
  'path-to-production',
];

/** What a partner can change, and by how many points its total can rise with it. */
interface Wish {
  text: string;
  effect: number;
}

/**
 * A reply to a partner that we do not work with now, to be copied and sent by a person: thanks, not now, at most two things
 * that the partner can change and that would matter most, and when we ask again. It promises a look and no lane, and holds
 * no score, lane, check or company.
 *
 * @param askAgainOn `YYYY-MM-DD`; null where no day is set
 */
export function kindReply(
  scorecard: Pick<Scorecard, 'ratings' | 'checks' | 'facts'>,
  profile: Profile,
  askAgainOn: string | null,
): string {
  const wishes = wishesOf(scorecard, profile)
    .sort((one, other) => other.effect - one.effect)
    .slice(0, MOST_WISHES)
    .map(({ text }) => text);
  const again = askAgainOn !== null && isDay(askAgainOn) ? say.replyAgainOn(dayInWords(askAgainOn)) : null;
  return [
    say.REPLY_THANKS,
    say.REPLY_NOT_NOW,
    ...(wishes.length === 0 ? [] : [say.replyWishes(wishes)]),
    `${again ?? say.REPLY_AGAIN_UNSET} ${say.REPLY_PROMISE}`,
  ].join('\n\n');
}

/** The effect of a rating is its weight times the levels that it lacks. One that is unknown says nothing. */
function wishesOf(scorecard: Pick<Scorecard, 'ratings' | 'checks' | 'facts'>, profile: Profile): Wish[] {
  const counted = countedRatings(profile, scorecard.ratings, flaggedChecks(scorecard, profile));
  const wishes: Wish[] = [];
  const owner = ownerEffect(scorecard, profile);
  for (const { key, weight } of profile.dimensions) {
    const rating = counted[key] ?? null;
    if (rating === null || rating === 5) continue;
    const effect = weight * (5 - rating);
    if (key === 'people' && owner === null) wishes.push({ text: say.WISH_OWNER, effect });
    if (key === 'distribution_reach') wishes.push({ text: say.WISH_PROGRAM, effect });
    if (key === 'collaboration_support') wishes.push({ text: say.WISH_SUPPORT, effect });
    if (key === 'technical_readiness')
      for (const artifact of artifactsToOpen(scorecard.facts, ratingOf(scorecard.ratings, key)))
        wishes.push({ text: say.WISH_ARTIFACTS[artifact], effect });
  }
  if (owner !== null) wishes.push({ text: say.WISH_OWNER, effect: owner });
  return wishes;
}

/**
 * What a named owner would change for a partner with one keen contact; null where nothing points to that. While the check
 * is flagged no points open the way, so it comes first; while it is open, `people` says how much, and last where a profile
 * has no such question.
 */
function ownerEffect(
  { ratings, checks, facts }: Pick<Scorecard, 'ratings' | 'checks' | 'facts'>,
  profile: Profile,
): number | null {
  if (!profile.checks.some(({ key }) => key === 'enthusiastic-contact')) return null;
  const { state } = checkAnswer({ checks }, 'enthusiastic-contact');
  if (state === 'flagged') return Infinity;
  if (state === 'clear' || (facts.contacts?.sponsors ?? 0) > 0) return null;
  const people = profile.dimensions.find(({ key }) => key === 'people');
  if (people === undefined) return 0;
  const rating = ratingOf(ratings, people.key);
  return rating === null || rating === 5 ? null : people.weight * (5 - rating);
}

/** What was not seen. Before an inspection good docs are known by the rating alone: 3 says that they answer our questions. */
function artifactsToOpen({ artifacts, artifactsCheckedAt }: Facts, rating: Rating | null): Artifact[] {
  const hasDocs = artifactsCheckedAt === null && rating !== null && rating >= 3;
  return ARTIFACTS_TO_OPEN.filter(
    (artifact) => !artifacts.includes(artifact) && !(artifact === 'api-docs' && hasDocs),
  );
}
