import { RULES, type Verdict } from '../icp/verdict.ts';
import type { Properties } from './companies.ts';
import { propertyOf } from './properties.ts';

/** What the verdict's properties hold when there is none. */
export const NO_VERDICT: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'lane',
    'score_lane',
    'clearance',
    'lane_causes',
    'lane_reason',
    'total',
    'rated_total',
    'total_low',
    'total_high',
    'evidence_gaps',
    'rules',
  ].map((name) => [propertyOf(name), '']),
);

/** Writes a verdict as properties. An empty text clears: a total that is not there stays no number. */
export function encodeVerdict(verdict: Verdict): Record<string, string> {
  return {
    ...NO_VERDICT,
    [propertyOf('lane')]: verdict.lane,
    [propertyOf('score_lane')]: verdict.scoreLane,
    [propertyOf('clearance')]: verdict.clearance ?? '',
    [propertyOf('lane_causes')]: verdict.causes.map(({ code }) => code).join(';'),
    [propertyOf('lane_reason')]: verdict.headline,
    [propertyOf('total')]: verdict.total?.toString() ?? '',
    [propertyOf('rated_total')]: verdict.ratedTotal?.toString() ?? '',
    [propertyOf('total_low')]: verdict.low.toString(),
    [propertyOf('total_high')]: verdict.high.toString(),
    [propertyOf('evidence_gaps')]: verdict.evidenceGaps.length.toString(),
    [propertyOf('rules')]: RULES.toString(),
  };
}

const NUMBERS = new Set(
  ['total', 'rated_total', 'total_low', 'total_high', 'evidence_gaps', 'rules'].map(propertyOf),
);

/** The expected properties whose stored value says something else. A list is a set, and 430 is 430.0. */
export function differingProperties(
  expected: Readonly<Record<string, string>>,
  stored: Properties,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(expected).filter(
      ([name, value]) => canonical(name, stored[name] ?? '') !== canonical(name, value),
    ),
  );
}

function canonical(name: string, text: string): string {
  if (text === '') return '';
  if (NUMBERS.has(name)) return Number(text).toString();
  return name === propertyOf('lane_causes') ? text.split(';').sort().join(';') : text;
}
