import { dayInWords } from './day-in.ts';
import type { Facts } from './facts.ts';
import { fieldsOf, sameValue } from './fields.ts';
import { PARTNER_TYPES } from './partner-types.ts';
import type { Profile } from './profile.ts';
import { type LastChanges, fieldsOfCheck, lastOf } from './recheck.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import { type Scorecard, checkAnswer } from './scorecard.ts';
import { CONTACTS, RULES_OF_SUSPICION, type Rule, type Signs } from './suspicion-rules.ts';

/** A check that ratings or facts give a reason to run, or to run again. It never changes the verdict. */
export interface Suspicion {
  check: string;
  reason: string;
  /**
   * - `suspected`: the check is open
   * - `look-again`: it is clear, and what it looks at is newer than that, or an inspection has run out. It stays clear
   *   until a person changes it
   */
  kind: 'suspected' | 'look-again';
}

/**
 * The checks worth running first, by uncapped ratings and facts. A flagged check is not suspected, and a clear one only
 * where something has happened since.
 *
 * @param changes per field, its last change. A clear check whose change is not among them counts as cleared after everything
 * @param asOf today, `YYYY-MM-DD`
 * @param inspectionDays after how many days artifacts are inspected again, as the portal's settings say
 *
 * Source: partner ICP guide, "Anti-patterns: partners that look good and are not".
 */
export function suspicions(
  scorecard: Pick<Scorecard, 'ratings' | 'checks'>,
  profile: Profile,
  facts: Facts,
  changes: LastChanges,
  asOf: string,
  inspectionDays = DEFAULT_SETTINGS.evidenceDays.inspection,
): Suspicion[] {
  const signs: Signs = { ratings: scorecard.ratings, profile, facts, asOf, inspectionDays };
  const found: Suspicion[] = [];
  for (const { key, fields, rules } of askedRules(profile)) {
    const { state } = checkAnswer(scorecard, key);
    if (state === 'flagged') continue;
    const checked = state === 'clear' ? lastOf(fields, changes) : null;
    for (const rule of rules) {
      const isNewer = checked !== null && isNewerThan(checked, rule, changes);
      if (state === 'clear' && !isNewer && !rule.runsOut) continue;
      const reason = rule.reason(signs);
      if (reason === null) continue;
      const kind = state === 'clear' ? 'look-again' : 'suspected';
      const since = isNewer && !rule.runsOut ? ` ${whyAgain(rule, checked.on)}` : '';
      found.push({ check: key, reason: `${reason}${since}`, kind });
      break;
    }
  }
  return found;
}

/** Whether any rating or fact that the profile asks can ever point to the check. */
export function canBeSuspected(check: string, profile: Profile): boolean {
  const asked = askedRules(profile).find(({ key }) => key === check);
  return asked?.rules.some(({ looksAt }) => !looksAt.includes(CONTACTS)) ?? false;
}

/** The last changes of a draft: what differs from the stored scorecard has not been saved, and counts as the newest. */
export function changesOfDraft(
  changes: LastChanges,
  stored: Scorecard,
  draft: Scorecard,
  profile: Profile,
  asOf: string,
): LastChanges {
  const edited = fieldsOf(profile).filter((field) => !sameValue(field.get(stored), field.get(draft)));
  const unsaved = { at: END_OF_TIME, on: asOf };
  return { ...changes, ...Object.fromEntries(edited.map(({ name }) => [name, unsaved])) };
}

const END_OF_TIME = '9999-12-31T23:59:59Z';

function isNewerThan(checked: Change, { looksAt }: Rule, changes: LastChanges): boolean {
  return looksAt.some((field) => {
    const change = changes[field];
    if (change === undefined) return false;
    // contacts are as new as their count, which each load repeats: who checked today has looked at today's
    if (field === CONTACTS) return change.on > checked.on;
    return Date.parse(change.at) > Date.parse(checked.at);
  });
}

type Change = LastChanges[string];

function whyAgain({ looksAt }: Rule, day: string): string {
  return looksAt.includes(CONTACTS)
    ? `No sponsor now, and the check of ${dayInWords(day)} is clear.`
    : `This is newer than the check of ${dayInWords(day)}.`;
}

/** The rules of each check that say something under the profile. */
function askedRules(profile: Profile): readonly AskedRules[] {
  const known = ASKED.get(profile);
  if (known !== undefined) return known;
  const asked = profile.checks.map(({ key }) => ({
    key,
    // a new note says that somebody has looked again
    fields: fieldsOfCheck(key),
    rules: rulesOf(key).filter((rule) => isAsked(rule, profile)),
  }));
  ASKED.set(profile, asked);
  return asked;
}

interface AskedRules {
  key: string;
  fields: readonly string[];
  rules: readonly Rule[];
}

const ASKED = new WeakMap<Profile, readonly AskedRules[]>();

function rulesOf(check: string): readonly Rule[] {
  return (Object.hasOwn(RULES_OF_SUSPICION, check) ? RULES_OF_SUSPICION[check] : undefined) ?? [];
}

/** A rating or fact that the profile does not ask may be left over from another type. */
function isAsked({ looksAt, isOfServices }: Rule, profile: Profile): boolean {
  if (isOfServices && !isService(profile)) return false;
  return looksAt.every(
    (field) =>
      field === CONTACTS ||
      profile.dimensions.some(({ key }) => key === field) ||
      profile.facts.some((name) => name === field),
  );
}

function isService({ type }: Profile): boolean {
  return PARTNER_TYPES.some(({ key, category }) => key === type && category === 'service');
}
