import { dayInWords, daysAfter } from './day-in.ts';
import { checkFieldName } from './fields.ts';
import type { Profile } from './profile.ts';
import { ratingOf } from './ratings.ts';
import type { EvidenceDays } from './settings.ts';
import { type Scorecard, checkAnswer } from './scorecard.ts';

/** When a field last changed: ISO 8601, and the day of it in the portal's time zone. By field name. */
export type LastChanges = Readonly<Record<string, { at: string; on: string }>>;

/** Evidence that grows old. */
export interface Recheck {
  /** The dimensions and checks that rest on it, of those that the profile asks. */
  keys: readonly string[];
  /** What to look at, as in "Look again at customer overlap". */
  what: string;
  /** The last day on which it is not too old, `YYYY-MM-DD`. */
  due: string;
  /** How old it is once that day has passed: one sentence. */
  sentence: string;
}

/**
 * The evidence of a scorecard that grows old, and when. Age changes neither lane nor clearance.
 *
 * @param changes per field, its last change: it counts where no day of a count or an inspection is filled in
 * @param days after how many days each kind is looked at again, as the portal's settings say
 */
export function rechecks(
  scorecard: Pick<Scorecard, 'ratings' | 'checks' | 'facts'>,
  profile: Profile,
  changes: LastChanges,
  days: EvidenceDays,
): Recheck[] {
  return [
    overlapCount(scorecard, profile, changes, days.overlap),
    inspection(scorecard, profile, days.inspection),
    mandate(scorecard, profile, changes, days.mandate),
  ].filter((recheck) => recheck !== null);
}

/** The fields whose last changes say how old the evidence of a profile is. */
export function agingFields(profile: Profile): string[] {
  return AGING_FIELDS.filter(
    (field) =>
      profile.dimensions.some(({ key }) => field === key || field === `${key}_evidence`) ||
      profile.checks.some(({ key }) => fieldsOfCheck(key).includes(field)),
  );
}

/** Those of all profiles. */
export const AGING_FIELDS: readonly string[] = [
  'customer_overlap',
  'customer_overlap_evidence',
  'check_enthusiastic_contact',
  'check_enthusiastic_contact_note',
];

/** The earliest day on which evidence reaches its age; null when none grows old. */
export function recheckDue(rechecks: readonly Recheck[]): string | null {
  const days = rechecks.map(({ due }) => due).sort();
  return days[0] ?? null;
}

/** What is to be looked at again, by key of the dimension or check: a sentence that says how old it is. */
export function lookAgain(rechecks: readonly Recheck[], asOf: string): Record<string, string> {
  const sentences: Record<string, string> = {};
  for (const { keys, due, sentence } of rechecks)
    if (due < asOf) for (const key of keys) sentences[key] = sentence;
  return sentences;
}

/** The newest change of some fields; null where none is known. */
export function lastOf(fields: readonly string[], changes: LastChanges): LastChanges[string] | null {
  let newest: LastChanges[string] | null = null;
  for (const field of fields) {
    const change = changes[field];
    if (change === undefined) continue;
    if (newest === null || Date.parse(change.at) > Date.parse(newest.at)) newest = change;
  }
  return newest;
}

/** The fields of a check: its state and its note. */
export function fieldsOfCheck(check: string): readonly [state: string, note: string] {
  const name = checkFieldName(check);
  return [name, `${name}_note`];
}

/** Whether more than so many days lie between two days. */
export function isOlderThan(days: number, day: string, asOf: string): boolean {
  return Date.parse(asOf) - Date.parse(day) > days * DAY_MS;
}

/** A rating of overlap rests on a count: on its day, or else on the last change of rating and evidence. */
function overlapCount(
  { ratings, facts }: Given,
  profile: Profile,
  changes: LastChanges,
  days: number,
): Recheck | null {
  const key = 'customer_overlap';
  if (!asksDimension(profile, key) || ratingOf(ratings, key) === null) return null;
  const counted = profile.facts.includes('overlap_as_of') ? facts.overlapAsOf : null;
  const since = counted ?? lastOf([key, `${key}_evidence`], changes)?.on ?? null;
  const verb = counted === null ? 'Last changed' : 'Counted';
  return since === null ? null : recheckOf([key], 'customer overlap', verb, since, days);
}

/** What was seen of a product is as old as the day of the inspection. */
function inspection(
  { facts: { artifactsCheckedAt } }: Given,
  profile: Profile,
  days: number,
): Recheck | null {
  if (!profile.facts.includes('artifacts_checked_at') || artifactsCheckedAt === null) return null;
  const keys = [
    ...['technical_readiness'].filter((key) => asksDimension(profile, key)),
    ...['dead-api'].filter((key) => asksCheck(profile, key)),
  ];
  return recheckOf(keys, 'the artifacts', 'Inspected', artifactsCheckedAt, days);
}

/** A contact's mandate is as old as its clear check: a new note says that somebody has looked again. */
function mandate(scorecard: Given, profile: Profile, changes: LastChanges, days: number): Recheck | null {
  const key = 'enthusiastic-contact';
  if (!asksCheck(profile, key) || checkAnswer(scorecard, key).state !== 'clear') return null;
  const checked = lastOf(fieldsOfCheck(key), changes);
  return checked === null ? null : recheckOf([key], "the contact's mandate", 'Checked', checked.on, days);
}

type Given = Parameters<typeof rechecks>[0];

function recheckOf(
  keys: readonly string[],
  what: string,
  verb: string,
  since: string,
  days: number,
): Recheck | null {
  const due = daysAfter(since, days);
  if (due === null) return null;
  return { keys, what, due, sentence: `${verb} on ${dayInWords(since)}, over ${days} days ago.` };
}

function asksDimension({ dimensions }: Profile, key: string): boolean {
  return dimensions.some((dimension) => dimension.key === key);
}

function asksCheck({ checks }: Profile, key: string): boolean {
  return checks.some((check) => check.key === key);
}

const DAY_MS = 86_400_000;
