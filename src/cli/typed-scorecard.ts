import type { Profile } from '../icp/profile.ts';
import { isRating, type Ratings } from '../icp/ratings.ts';
import { type CheckAnswer, EMPTY_SCORECARD, MAX_PROSE, type Scorecard } from '../icp/scorecard.ts';
import { badInput, pair, typedNumber } from './typed.ts';

/** A scorecard as it is typed behind `icp verdict`. */
export interface TypedScorecard {
  /** One rating per dimension of the profile, in its order, separated by commas. */
  ratings: string;
  flag?: string;
  clear?: string;
  note?: string[];
  evidence?: string[];
}

/** The scorecard that was typed, for the questions of the profile. */
export function typedScorecard(typed: TypedScorecard, profile: Profile): Scorecard {
  return {
    ...EMPTY_SCORECARD,
    type: profile.type,
    ratings: typedRatings(typed.ratings, profile),
    checks: typedChecks(typed, profile),
    evidence: typedEvidence(typed.evidence ?? [], profile),
  };
}

function typedRatings(list: string, { dimensions }: Profile): Ratings {
  const typed = list.split(',');
  if (typed.length !== dimensions.length)
    throw badInput(
      '--ratings',
      `${typed.length} given, but the profile asks for ${dimensions.length}: ${dimensions.map(({ key }) => key).join(', ')}.`,
    );
  return Object.fromEntries(
    dimensions.map(({ key }, index) => {
      const text = typed[index] ?? '';
      const rating = typedNumber(text);
      if (rating !== null && !isRating(rating))
        throw badInput(
          '--ratings',
          `${key} is "${text}". A rating is a whole number from 1 to 5, or - for unknown.`,
        );
      return [key, rating];
    }),
  );
}

function typedChecks(
  { flag, clear, note }: TypedScorecard,
  { checks }: Profile,
): Record<string, CheckAnswer> {
  const answers: Record<string, CheckAnswer> = {};
  const known = (option: string, key: string) => {
    if (checks.some((check) => check.key === key)) return key;
    throw badInput(
      option,
      `"${key}" is no check of this profile. Choose from ${checks.map((check) => check.key).join(', ')}.`,
    );
  };
  for (const [option, state, list] of [
    ['--flag', 'flagged', flag],
    ['--clear', 'clear', clear],
  ] as const)
    for (const text of list?.split(',') ?? []) {
      const key = known(option, text.trim());
      if (answers[key] !== undefined) throw badInput(option, `${key} is given twice.`);
      answers[key] = { state, note: '' };
    }
  for (const text of note ?? []) {
    const [name, prose] = pair('--note', text);
    const key = known('--note', name);
    answers[key] = { state: answers[key]?.state ?? 'open', note: checkedProse(`--note ${key}`, prose) };
  }
  return answers;
}

function typedEvidence(pairs: readonly string[], { dimensions }: Profile): Record<string, string> {
  return Object.fromEntries(
    pairs.map((text) => {
      const [key, prose] = pair('--evidence', text);
      if (!dimensions.some((dimension) => dimension.key === key))
        throw badInput('--evidence', `"${key}" is no dimension of this profile.`);
      return [key, checkedProse(`--evidence ${key}`, prose)];
    }),
  );
}

function checkedProse(field: string, prose: string): string {
  if (prose.length <= MAX_PROSE) return prose;
  throw badInput(field, `${prose.length} characters are too many, ${MAX_PROSE} is the most.`);
}
