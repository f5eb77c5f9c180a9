import type { CompanyRecord, Patch } from '../../crm/company-record.ts';
import type { Conflict } from '../../contract/scorecard-record.ts';
import { encodeField } from '../../crm/scorecard-codec.ts';
import type { Field, FieldValue } from '../../icp/fields.ts';
import { partnerTypeLabel } from '../../icp/partner-types.ts';
import { type Profile, findProfile } from '../../icp/profile.ts';
import {
  CONFIRMED_PER_TYPE,
  CONFIRM_FIELD,
  TYPE_FIELD,
  type TypeStep,
  setBy,
  stillToConfirm,
  typeChange,
} from '../../icp/type-change.ts';
import type { Context } from '../context.ts';
import { Refused } from '../refused.ts';
import { type Input, type RequestedChanges, allowedValue, compareFields } from './conflicts.ts';
import { type Reading, readScorecard } from './judge.ts';
import { type SetField, isNewer, newerThan } from './overwrites.ts';
import { typeChangeNeeds } from '../../messages/scorecard.ts';

/**
 * Another type asks other questions: what a change of type changes has to be sent along, as the rule says or as somebody
 * answers it anew. A new rating or new evidence in the same save confirms what would wait.
 *
 * @throws Refused
 */
export function requireNamed(
  { scorecard, profile }: Reading,
  requested: RequestedChanges,
  to: Profile,
): void {
  const changed = setBy(typeChange(scorecard));
  const isAnswered = (name: string) => isChanged(requested[name]);
  const waiting = (changed.get(CONFIRM_FIELD) ?? []) as readonly string[];
  if (stillToConfirm({ toConfirm: waiting }, isAnswered).length === 0) changed.delete(CONFIRM_FIELD);
  const left = [...changed].filter(([name]) => requested[name] === undefined);
  if (left.length === 0) return;
  const [before, after] = [partnerTypeLabel(profile.type), partnerTypeLabel(to.type)];
  throw refusedType(typeChangeNeeds(before, after, left.map(valueNeeded).join(', ')));
}

/** `role_criteria empty`, `check_dead_api open`. */
function valueNeeded([name, value]: [string, FieldValue]): string {
  return `${name} ${value === null ? 'empty' : String(value)}`;
}

/**
 * A new rating or new evidence confirms a rating that was given for another type, unless the save itself says what waits.
 * Only the app's own save does: an edit in HubSpot confirms nothing.
 */
export function confirmationBy(
  inputs: readonly SetField[],
  reading: Reading,
  requested: RequestedChanges,
  fields: readonly Field[],
  context: Pick<Context, 'remedies'>,
): Input[] {
  const { toConfirm } = reading.scorecard;
  if (requested[CONFIRM_FIELD] !== undefined) return [];
  const value = stillToConfirm(reading.scorecard, (name) => inputs.some(({ field }) => field.name === name));
  if (value.length === toConfirm.length) return [];
  const confirmed = { [CONFIRM_FIELD]: { seen: toConfirm, value } };
  return compareFields(reading, confirmed, fields, [], context).inputs;
}

/**
 * "Still holds" is said of the rating that was seen. Where another one stands there, and the save brings neither a rating nor
 * evidence of its own, nobody has confirmed it.
 */
export function confirmsUnseen(inputs: readonly Input[], conflicts: readonly Conflict[]): boolean {
  const confirmation = inputs.find(({ field }) => field.name === CONFIRM_FIELD);
  if (confirmation === undefined) return false;
  const { seen, wanted } = confirmation;
  const confirmed = (seen as readonly string[]).filter((key) => !(wanted as readonly string[]).includes(key));
  const isSaved = (name: string) => inputs.some(({ field }) => field.name === name);
  const unanswered = stillToConfirm({ toConfirm: confirmed }, isSaved);
  return unanswered.some((key) => conflicts.some(({ field }) => field === key));
}

function isChanged(change: RequestedChanges[string] | undefined): boolean {
  return change !== undefined && change.seen !== change.value;
}

/** Why the type cannot be set. */
export function typeRefused(step: Extract<TypeStep, { kind: 'refused' }>): Refused {
  return refusedType(
    step.reason === 'type-needed'
      ? 'the scorecard needs a type. Choose another one, or clear the scorecard.'
      : `no profile is published for ${partnerTypeLabel(step.type)}.`,
  );
}

function refusedType(sentence: string): Refused {
  return new Refused('invalid-input', `${TYPE_FIELD}: ${sentence} Nothing was written.`, {
    field: TYPE_FIELD,
  });
}

/** The type as it was seen and as it should be. @throws Refused when either is none */
export function allowedType(asked: RequestedChanges[string] | undefined) {
  if (asked === undefined) return undefined;
  const field = { name: TYPE_FIELD, kind: 'type' } as const;
  return { seen: allowedValue(field, asked.seen), value: allowedValue(field, asked.value) };
}

/** What setting the type back does: to that of the version that was stamped before, or to none where none was. */
export function restoredStep(
  { scorecard, profile, profileVersion }: Reading,
  asked: { seen: FieldValue; value: FieldValue } | undefined,
  restores: Patch,
  { profiles }: Pick<Context, 'profiles'>,
): Exclude<TypeStep, { kind: 'refused' }> {
  if (asked === undefined || asked.value === scorecard.type) return { kind: 'keep', profile };
  if (asked.seen !== scorecard.type) return { kind: 'conflict', profile };
  const before = findProfile(profiles, restores['profile_version'] ?? '');
  if (before === null) return { kind: 'keep', profile };
  const isChange = profileVersion !== null && before.type !== profile.type;
  return { kind: isChange ? 'change' : 'set', profile: before };
}

/**
 * What a change of type still has to do because somebody wrote between its reading and its writing: a check that was
 * cleared then, or the people that were rated then, belong to the type before.
 */
export function writtenInGap(before: CompanyRecord, after: CompanyRecord, context: Context): Patch {
  const isSince = newerThan(before);
  const [changed] = after.history[TYPE_FIELD] ?? [];
  const isOfGap = (field: string) => {
    const [newest] = after.history[field] ?? [];
    return (
      newest !== undefined && changed !== undefined && isSince(newest, field) && isNewer(changed, newest)
    );
  };
  const patch: Record<string, string> = {};
  for (const [name, value] of setBy(typeChange(readScorecard(after, context).scorecard)))
    if (value !== null && isOfGap(name === CONFIRM_FIELD ? CONFIRMED_PER_TYPE : name))
      patch[name] = encodeField(value);
  return patch;
}
