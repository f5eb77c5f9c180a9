import { readFileSync } from 'node:fs';

import { Command, Option } from 'commander';

import { isDay } from '../icp/field-values.ts';
import { CLEARANCE_LABELS } from '../icp/clearance.ts';
import { laneTitle } from '../icp/lanes.ts';
import { InvalidProfile } from '../icp/parse-profile.ts';
import { parseProfileText } from '../icp/parse-profile-text.ts';
import { type Profile, currentProfile } from '../icp/profile.ts';
import { ratingOf } from '../icp/ratings.ts';
import type { Scorecard } from '../icp/scorecard.ts';
import { marginSentences } from '../icp/sentences.ts';
import { SHIPPED } from '../icp/shipped-profiles.ts';
import { type Verdict, verdict } from '../icp/verdict.ts';
import { dayIn } from '../icp/day-in.ts';
import { type JsonOption, type Run, print } from './terminal.ts';
import { type TypedScorecard, typedScorecard } from './typed-scorecard.ts';
import { LISTED_TYPES, badInput, collect, typedType } from './typed.ts';

interface Options extends TypedScorecard, JsonOption {
  profile?: string;
  type: string;
  asOf?: string;
}

/** `icp verdict`: judges ratings typed on the command line. Needs no portal. */
export function verdictCommand(run: Run): Command {
  return new Command('verdict')
    .description('Judge a list of ratings, without any CRM.')
    .requiredOption('--ratings <list>', 'a rating per dimension, in order: 1 to 5, or - for unknown')
    .option('--flag <checks>', 'checks that are flagged, separated by commas')
    .option('--clear <checks>', 'checks that are clear, separated by commas')
    .option('--note <check=text>', 'why a check is clear or flagged; repeatable', collect)
    .option('--evidence <dimension=text>', 'what a rating rests on; repeatable', collect)
    .addOption(
      new Option('--profile <file.json>', 'judge by this profile instead of a shipped one').conflicts('type'),
    )
    .option('--type <type>', `the shipped profile to judge by: ${LISTED_TYPES}`, 'technology')
    .option('--as-of <day>', 'the day of the judgement, YYYY-MM-DD (default: today, UTC)')
    .option('--json', 'print JSON')
    .action((options: Options) => judge(run, options));
}

function judge(run: Run, options: Options): void {
  const profile = chosenProfile(options);
  const scorecard = typedScorecard(options, profile);
  const asOf = options.asOf ?? dayIn('UTC', run.now());
  if (!isDay(asOf)) throw badInput('--as-of', `"${options.asOf ?? ''}" is no day. Give it as YYYY-MM-DD.`);
  const judged = verdict(scorecard, profile, asOf);
  print(run, withShortBits(judged), options.json, () => verdictLines(scorecard, profile, judged));
}

function chosenProfile({ profile: file, type: typed }: Options): Profile {
  if (file !== undefined) return profileIn(file);
  const type = typedType('--type', typed);
  const profile = currentProfile(SHIPPED, type);
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
    return parseProfileText(text);
  } catch (cause) {
    if (cause instanceof InvalidProfile) throw badInput('--profile', cause.message, cause);
    throw badInput('--profile', `the file ${file} is no JSON.`, cause);
  }
}

/** A verdict for other programs. Bits have six decimals. */
function withShortBits(judged: Verdict) {
  const { total, ratedTotal, low, high, scoreLane, lane, clearance, ratedCount, causes, headline, counted } =
    judged;
  const { next, nextQuestion, margin } = judged;
  return {
    ...{
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
      next,
    },
    nextQuestion: nextQuestion && { ...nextQuestion, bits: Math.round(nextQuestion.bits * 1e6) / 1e6 },
    margin,
  };
}

/** A verdict for a person: the headline first, then each dimension, then why. */
export function verdictLines(scorecard: Scorecard, profile: Profile, judged: Verdict): string[] {
  const widest = Math.max(...profile.dimensions.map(({ label }) => label.length));
  const points = profile.dimensions.map(({ key, label, weight }) => {
    const rating = ratingOf(scorecard.ratings, key);
    const counted = judged.counted[key] ?? null;
    const caps = counted === rating ? '' : `  counts as ${counted ?? 'less'}`;
    const product = counted === null ? '' : `${counted * weight}`;
    return `  ${label.padEnd(widest)}  ${`${weight}`.padStart(3)} x ${rating ?? '-'} ${product.padStart(5)}${caps}`;
  });
  const clearance = judged.clearance === null ? 'not yet known' : CLEARANCE_LABELS[judged.clearance];
  return [
    ...[judged.headline, '', ...points, ''],
    `Lane: ${laneTitle(judged.lane, profile)}   Clearance for Deep: ${clearance}`,
    ...judged.causes.map(({ text }) => text),
    ...marginSentences(profile, judged),
    ...(judged.next === '' ? [] : [`Next: ${judged.next}`]),
  ];
}
