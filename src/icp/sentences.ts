import { flaggedChecks } from './checks.ts';
import { CLEARANCE_LABELS } from './clearance.ts';
import { LANE_LABELS } from './lanes.ts';
import { type Profile, inSentence } from './profile.ts';
import { ratingOf } from './ratings.ts';
import type { Scorecard } from './scorecard.ts';
import type { Verdict } from './verdict.ts';

/** The margin, a sentence for each change. */
export function marginSentences(profile: Profile, verdict: Verdict): string[] {
  const later = onceOverrideEnds(verdict);
  const checks = verdict.margin.checks.map(({ check, to, lane }) => {
    const label = inSentence(profile.checks.find(({ key }) => key === check)?.label ?? check);
    return to === 'clear'
      ? `If ${label} were clear it would be ${LANE_LABELS[lane]}${later}.`
      : `If ${label} were flagged it would be ${LANE_LABELS[lane]}${later}.`;
  });
  if (verdict.computedLane === 'undecided') return checks;
  const ratings = verdict.margin.ratings.map(
    ({ dimension, from, to, lane }) =>
      `${capitalised(labelOf(profile, dimension))} at ${to} instead of ${from} would make it ${LANE_LABELS[lane]}${later}.`,
  );
  const weights = verdict.margin.weights.map(
    ({ dimension, weight, at, lane }) =>
      `With a weight of ${at} instead of ${weight} for ${labelOf(profile, dimension)} it would be ${LANE_LABELS[lane]}${later}.`,
  );
  const firm = ratings.length > 0 ? [] : [`No single rating moved by one would change the lane${later}.`];
  return [...checks, ...firm, ...ratings, ...weights];
}

/** What lifts the block of each flagged check. Empty unless clearance is blocked. */
export function unblockSentences(scorecard: Scorecard, profile: Profile, verdict: Verdict): string[] {
  if (verdict.clearance !== 'blocked') return [];
  return flaggedChecks(scorecard, profile).map(
    ({ label, asks }) =>
      `${label} is flagged. Mark it clear, with a note, once this is answered: ${asks.join(' ')}`,
  );
}

/** The verdict as one paragraph, for a mail or a note. @param name of the profile, as `profileName` says it */
export function verdictParagraph(
  company: string,
  scorecard: Scorecard,
  profile: Profile,
  verdict: Verdict,
  name: string,
): string {
  const ratings = profile.dimensions.map(({ key, label }) => {
    const rating = ratingOf(scorecard.ratings, key);
    const counted = verdict.counted[key] ?? null;
    const value = rating === null ? 'unknown' : `${rating}`;
    return `${label} ${value}${counted === rating ? '' : ` (counts as ${counted ?? 'less'})`}`;
  });
  return [
    `${company}: ${verdict.headline}.`,
    `${profile.title}, ${inSentence(name)}: ${ratings.join(', ')}.`,
    ...verdict.causes.map(({ text }) => text),
    `Clearance for Deep: ${verdict.clearance === null ? 'not yet known' : CLEARANCE_LABELS[verdict.clearance]}.`,
    ...(verdict.next === '' ? [] : [`Next: ${verdict.next}`]),
  ].join(' ');
}

/** An override holds whatever the ratings and weights are, so sentences about them apply afterwards. */
function onceOverrideEnds({ override }: Verdict): string {
  return override === null ? '' : ', once the override ends';
}

function labelOf({ dimensions }: Profile, dimension: string): string {
  return inSentence(dimensions.find(({ key }) => key === dimension)?.label ?? dimension);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
