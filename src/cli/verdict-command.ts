import { readFileSync } from 'node:fs';

import { Command, Option } from 'commander';

import { isDay } from '../icp/field-values.ts';
import { InvalidProfile, parseProfile } from '../icp/parse-profile.ts';
import type { Profile } from '../icp/profile.ts';
import { currentProfile } from '../icp/profile-versions.ts';
import { SHIPPED_PROFILES } from '../icp/shipped-profiles.ts';
import { verdict } from '../icp/verdict.ts';
import { badInput, collect } from './bad-input.ts';
import { type Output, print } from './output.ts';
import { printVerdict, verdictJson } from './print-verdict.ts';
import { type TypedScorecard, typedScorecard } from './typed-scorecard.ts';
import { TYPES_IN_WORDS, typedType } from './typed-type.ts';

interface Options extends TypedScorecard, Output {
  profile?: string;
  type: string;
  asOf?: string;
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
    .addOption(
      new Option('--profile <file.json>', 'judge by this profile instead of a shipped one').conflicts('type'),
    )
    .option('--type <type>', `the shipped profile to judge by: ${TYPES_IN_WORDS}`, 'technology')
    .option('--as-of <day>', 'the day of the judgement, YYYY-MM-DD (default: today, UTC)')
    .option('--json', 'print JSON')
    .action(run);
}

function run(options: Options): void {
  const profile = chosenProfile(options);
  const scorecard = typedScorecard(options, profile);
  const asOf = options.asOf ?? new Date().toISOString().slice(0, 10);
  if (!isDay(asOf)) throw badInput('--as-of', `"${options.asOf ?? ''}" is no day. Give it as YYYY-MM-DD.`);
  const judged = verdict(scorecard, profile, asOf);
  print(verdictJson(judged), options.json, () => printVerdict(scorecard, profile, judged));
}

function chosenProfile({ profile: file, type: typed }: Options): Profile {
  if (file !== undefined) return profileIn(file);
  const type = typedType('--type', typed);
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
