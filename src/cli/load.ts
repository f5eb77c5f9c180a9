import { Command } from 'commander';

import { dayInWords } from '../icp/day-in.ts';
import { LANES, LANE_LABELS } from '../icp/lanes.ts';
import { inSentence, versionInWords } from '../icp/profile.ts';
import { waitingDimensions } from '../icp/verdict.ts';
import { partnerTypeLabel } from '../icp/partner-types.ts';
import { isOverdue } from '../icp/review.ts';
import { suspicions } from '../icp/suspicions.ts';
import type { DriftReason, ScorecardRecord } from '../contract/scorecard-record.ts';
import { nameWithId } from '../usecases/names.ts';
import { runOperation } from '../usecases/answer-call.ts';
import { typeWithCategory } from './profile-lines.ts';
import { type JsonOption, type Run, connect, print } from './terminal.ts';
import { missingHere, lookAgainAt, reviewOverdue } from '../messages/terminal.ts';
import { OLDER_RULES } from '../messages/cards.ts';
import { verdictLines } from './verdict.ts';

/** `icp load`: shows the scorecard of a company and its verdict. */
export function loadCommand(run: Run): Command {
  return new Command('load')
    .description("Read a company's scorecard and judge it anew.")
    .argument('<companyId>', 'the id of the company record')
    .action(async (companyId: string, { json }: JsonOption) =>
      print(run, await runOperation('load-scorecard', () => connect(run), { companyId }), json, recordLines),
    );
}

const STATES: Readonly<Record<ScorecardRecord['state'], string>> = {
  'not-installed': 'Partner ICP is not installed in this portal. Run: icp install',
  'never-scored': 'Never scored.',
  unrated: 'Something is filled in, but no rating: there is no verdict yet.',
  judged: '',
  unjudgeable: 'There is no verdict:',
};

/** A company's record as text: its type, the verdict, and what a person has to look at. */
export function recordLines(record: ScorecardRecord): string[] {
  const { companyName, companyId, verdict, scorecard, profile, state, problems } = record;
  const lines = [
    `${nameWithId(companyName, companyId)}${typesOf(record)}`,
    ...(verdict === null ? [STATES[state]] : verdictLines(scorecard, profile, verdict)),
    ...problems.map(({ message }) => `! ${message}`),
    ...waitingDimensions(scorecard, profile).map((dimension) => `! ${confirmation(dimension, record)}`),
  ];
  if (record.missing.length > 0 && state !== 'not-installed')
    lines.push(`! ${missingHere(record.missing.join(', '))}`);
  return [
    ...lines,
    ...driftLines(record),
    ...lookAgainLines(record),
    ...overdueLines(record),
    ...trailLines(record),
  ];
}

/** Where HubSpot holds another verdict: what differs, the lane that it says, and why. */
function driftLines({ drift, driftReasons, storedVerdict: { lane } }: ScorecardRecord): string[] {
  if (drift.length === 0) return [];
  const stored = [...LANES, 'undecided' as const].find((each) => each === lane);
  const says = stored === undefined ? '' : ` HubSpot still says ${LANE_LABELS[stored]}.`;
  const why = [...new Set(driftReasons.map(({ kind }) => DRIFT_REASONS[kind]))].join('');
  return [
    `! Does not follow from the scorecard: ${drift.join(', ')}.${says}${why} The next save repairs it.`,
  ];
}

const DRIFT_REASONS: Readonly<Record<DriftReason['kind'], string>> = {
  'older-rules': ` ${OLDER_RULES}`,
  edited: ' Something other than the app edited it.',
  stale: ' What it follows from has changed since.',
  'override-ended': ' An override has ended since.',
  unknown: '',
};

/** Who worked on it and reviewed it, by name where the portal knows one, and what is due. */
function trailLines({ trail, names, profileVersion }: ScorecardRecord): string[] {
  const who = (by: string) => {
    const name = names[by.trim().toLowerCase()];
    return name === undefined ? by : `${name} (${by})`;
  };
  const on = (day: string | null) => (day === null ? '' : `, ${dayInWords(day)}`);
  const due = (what: string, day: string | null) => (day === null ? [] : [`${what} ${dayInWords(day)}`]);
  const { scoredBy, scoredOn, reviewedBy, reviewedOn, reviewDue, recheckDue } = trail;
  const profile = profileVersion === null ? '' : `, by the profile ${versionInWords(profileVersion)}`;
  return [
    ...(scoredBy === null ? [] : [`Last worked on by ${who(scoredBy)}${on(scoredOn)}${profile}`]),
    ...(reviewedBy === null ? [] : [`Reviewed by ${who(reviewedBy)}${on(reviewedOn)}`]),
    ...due('Review due', reviewDue),
    ...due('Re-check due', recheckDue),
  ];
}

/** Evidence that has grown old, and clear checks that something has happened to since. */
function lookAgainLines(record: ScorecardRecord): string[] {
  const { lookAgain, profile, scorecard, changes, asOf, state, evidenceDays } = record;
  const labels = new Map([...profile.dimensions, ...profile.checks].map(({ key, label }) => [key, label]));
  const found =
    state === 'judged'
      ? suspicions(scorecard, profile, scorecard.facts, changes, asOf, evidenceDays.inspection)
      : [];
  const again = found.filter(({ check, kind }) => kind === 'look-again' && lookAgain[check] === undefined);
  const lines: [string, string][] = [
    ...Object.entries(lookAgain),
    ...again.map(({ check, reason }): [string, string] => [check, reason]),
  ];
  return lines.map(([key, sentence]) => `! ${lookAgainAt(labels.get(key) ?? key, sentence)}`);
}

function overdueLines({ companyId, asOf, trail: { reviewDue }, state }: ScorecardRecord): string[] {
  return state === 'judged' && reviewDue !== null && isOverdue(reviewDue, asOf)
    ? [`! ${reviewOverdue(dayInWords(reviewDue), companyId)}`]
    : [];
}

function typesOf({ scorecard: { type, otherTypes } }: ScorecardRecord): string {
  const main = type === null ? '' : ` · ${typeWithCategory(type)}`;
  return otherTypes.length === 0 ? main : `${main} · also ${otherTypes.map(partnerTypeLabel).join(', ')}`;
}

function confirmation(key: string, { profile }: ScorecardRecord): string {
  const label = profile.dimensions.find((dimension) => dimension.key === key)?.label ?? key;
  const type = inSentence(partnerTypeLabel(profile.type));
  return `${label} was rated for another type. It counts: confirm it for ${type} with a new rating, new evidence, or --set to_confirm=-.`;
}
