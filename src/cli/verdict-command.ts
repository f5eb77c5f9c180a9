import { readFileSync } from 'node:fs';

import { Command } from 'commander';

import { isDay } from '../icp/field-values.ts';
import { InvalidProfile, parseProfile } from '../icp/parse-profile.ts';
import { isPartnerType } from '../icp/partner-types.ts';
import type { Profile } from '../icp/profile.ts';
import { isRating, type Ratings } from '../icp/ratings.ts';
import { type CheckAnswer, EMPTY_SCORECARD, MAX_PROSE } from '../icp/scorecard.ts';
import { SHIPPED_PROFILES, currentProfile } from '../icp/shipped-profiles.ts';
import { verdict } from '../icp/verdict.ts';
import { badInput, collect, pair, typedNumber } from './bad-input.ts';
import { printVerdict, verdictJson } from './print-verdict.ts';

interface Options {
  ratings: string;
  flag?: string;
  clear?: string;
  note?: string[];
  evidence?: string[];
  profile?: string;
  type: string;
  asOf?: string;
  json?: boolean;
}

/** `icp verdict`: judges ratings typed on the command line. Needs no portal. */
export function verdictCommand(): Command {
  return new Command('verdict')
    .description('Judge a list of ratings, without any CRM.')
    .requiredOption('--ratings <list>', 'a rating per dimension, in order: 1 to 5, or - for unknown')
    .option('--flag <checks>', 'checks that are flagged, separated by commas')
    .option('--clear <checks>', 'checks that are clear, separated by commas')
    .option('--note <check=text>', 'why a check is clear or flagged; repeatable', collect)
    .option('--evidence <dimension=text>', 'what a rating rests on; repeatable', collect)
    .option('--profile <file.json>', 'judge by this profile instead of a shipped one')
    .option('--type <type>', 'the shipped profile to judge by', 'technology')
    .option('--as-of <day>', 'the day of the judgement, YYYY-MM-DD (default: today, UTC)')
    .option('--json', 'print JSON')
    .action(run);
}

function run(options: Options): void {
  const profile = chosenProfile(options);
  const scorecard = {
    ...EMPTY_SCORECARD,
    type: profile.type,
    ratings: typedRatings(options.ratings, profile),
    checks: typedChecks(options, profile),
    evidence: typedEvidence(options.evidence ?? [], profile),
  };
  const asOf = options.asOf ?? new Date().toISOString().slice(0, 10);
  if (!isDay(asOf)) throw badInput('--as-of', `"${options.asOf ?? ''}" is no day. Give it as YYYY-MM-DD.`);
  const judged = verdict(scorecard, profile, asOf);
  if (options.json === true) console.log(JSON.stringify(verdictJson(judged), null, 2));
  else printVerdict(scorecard, profile, judged);
}

function chosenProfile({ profile: file, type }: Options): Profile {
  if (file !== undefined) return profileIn(file);
  if (!isPartnerType(type)) throw badInput('--type', `"${type}" is no partner type.`);
  const profile = currentProfile(SHIPPED_PROFILES, type);
  if (profile === null)
    throw badInput('--type', `no profile is published for ${type}. Give one with --profile.`);
  return profile;
}

function profileIn(file: string): Profile {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw badInput('--profile', `the file ${file} cannot be read.`, cause);
  }
  try {
    return parseProfile(JSON.parse(text));
  } catch (cause) {
    if (cause instanceof InvalidProfile) throw badInput('--profile', cause.message, cause);
    throw badInput('--profile', `the file ${file} is no JSON.`, cause);
  }
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

function typedChecks({ flag, clear, note }: Options, { checks }: Profile): Record<string, CheckAnswer> {
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
