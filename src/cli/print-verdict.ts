import { clearanceLabel, laneLabel } from '../icp/labels.ts';
import { marginSentences, nextQuestionSentence } from '../icp/sentences.ts';
import type { Profile } from '../icp/profile.ts';
import { ratingOf } from '../icp/ratings.ts';
import type { Scorecard } from '../icp/scorecard.ts';
import type { Verdict } from '../icp/verdict.ts';

/** A verdict for other programs. Bits have six decimals. */
export function verdictJson(judged: Verdict) {
  const { total, ratedTotal, low, high, scoreLane, lane, clearance, ratedCount, causes, headline, counted } =
    judged;
  const { nextQuestion, margin } = judged;
  return {
    total,
    ratedTotal,
    low,
    high,
    scoreLane,
    lane,
    clearance,
    ratedCount,
    causes,
    headline,
    counted,
    nextQuestion: nextQuestion && { ...nextQuestion, bits: Math.round(nextQuestion.bits * 1e6) / 1e6 },
    margin,
  };
}

/** Prints a verdict for a person: the headline first, then each dimension, then why. */
export function printVerdict(scorecard: Scorecard, profile: Profile, judged: Verdict): void {
  console.log(`${judged.headline}\n`);
  const widest = Math.max(...profile.dimensions.map(({ label }) => label.length));
  for (const { key, label, weight } of profile.dimensions) {
    const rating = ratingOf(scorecard.ratings, key);
    const counted = judged.counted[key] ?? null;
    const caps = counted === rating ? '' : `  counts as ${counted ?? 'less'}`;
    const points = counted === null ? '' : `${counted * weight}`;
    console.log(
      `  ${label.padEnd(widest)}  ${`${weight}`.padStart(3)} x ${rating ?? '-'} ${points.padStart(5)}${caps}`,
    );
  }
  const clearance = judged.clearance === null ? 'not yet known' : clearanceLabel(judged.clearance, profile);
  console.log(`\nLane: ${laneLabel(judged.lane, profile)}   Clearance: ${clearance}`);
  const next = nextQuestionSentence(scorecard, profile, judged);
  const sentences = [...judged.causes.map(({ text }) => text), ...marginSentences(profile, judged)];
  for (const sentence of next === null ? sentences : [...sentences, next]) console.log(sentence);
}
