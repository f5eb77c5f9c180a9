import { dayInWords } from './day-in.ts';
import type { Facts } from './facts.ts';
import { fieldsOf, sameValue } from './fields.ts';
import { PARTNER_TYPES } from './partner-types.ts';
import type { Profile } from './profile.ts';
import { type LastChanges, fieldsOfCheck, lastOf } from './recheck.ts';
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
 *
 * Source: partner ICP guide, "Anti-patterns: partners that look good and are not".
 */
export function suspicions(
  scorecard: Pick<Scorecard, 'ratings' | 'checks'>,
  profile: Profile,
  facts: Facts,
  changes: LastChanges,
  asOf: string,
): Suspicion[] {
  const signs: Signs = { ratings: scorecard.ratings, profile, facts, asOf };
  const found: Suspicion[] = [];
  for (const { key } of profile.checks) {
    const { state } = checkAnswer(scorecard, key);
    if (state === 'flagged') continue;
    for (const rule of rulesOf(key)) {
      const reason = rule.reason(signs);
      if (reason === null || !isAsked(rule, profile)) continue;
      const again = state === 'clear' ? reasonToLookAgain(rule, reason, key, changes) : null;
      if (state === 'clear' && again === null) continue;
      found.push({ check: key, reason: again ?? reason, kind: again === null ? 'suspected' : 'look-again' });
      break;
    }
  }
  return found;
}

/** Whether any rating or fact that the profile asks can ever point to the check. */
export function canBeSuspected(check: string, profile: Profile): boolean {
  return rulesOf(check).some((rule) => !rule.looksAt.includes(CONTACTS) && isAsked(rule, profile));
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

/** Null while nothing that the rule looks at is newer than the check, whose note says that somebody has looked again. */
function reasonToLookAgain(
  { looksAt, runsOut }: Rule,
  reason: string,
  check: string,
  changes: LastChanges,
): string | null {
  if (runsOut) return reason;
  const checked = lastOf(fieldsOfCheck(check), changes);
  if (checked === null) return null;
  const isNewer = looksAt.some((field) => Date.parse(changes[field]?.at ?? '') > Date.parse(checked.at));
  return isNewer ? `${reason} This is newer than the check of ${dayInWords(checked.on)}.` : null;
}

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
