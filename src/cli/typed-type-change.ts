import { EMPTY_VALUES, type Field, type FieldValue } from '../icp/fields.ts';
import { type PartnerType, partnerTypeLabel } from '../icp/partner-types.ts';
import type { Profile } from '../icp/profile.ts';
import type { ScorecardRecord, WantedChange } from '../contract/scorecard-record.ts';
import { emptiedByTypeChange, typeOfAnswers } from '../icp/type-change.ts';
import { badInput } from './bad-input.ts';

type Changes = Readonly<Record<string, WantedChange>>;
type Standing = Pick<ScorecardRecord, 'scorecard' | 'profile' | 'profileVersion' | 'state' | 'problems'>;

/**
 * What `--type` changes: the type, and what was answered to the questions of another type, unless it is typed anew.
 *
 * @param empty whether the person has agreed that those answers are emptied
 */
export function typedTypeChange(
  to: PartnerType,
  target: Profile,
  record: Standing,
  typed: Changes,
  empty: boolean,
): Changes {
  const { scorecard, profile } = record;
  const ofType = { partner_type: { seen: scorecard.type, value: to } };
  const from = typeOfAnswers(record);
  if (from === null || from === to || scorecard.type === to) return ofType;
  const left = emptiedByTypeChange(scorecard, profile, target).filter(
    ({ name }) => typed[name] === undefined,
  );
  if (left.length > 0 && !empty)
    throw badInput(
      '--type',
      `changing ${partnerTypeLabel(from)} to ${partnerTypeLabel(to)} empties ${left.map((field) => said(field, field.get(scorecard))).join(', ')}. Repeat the command with --empty to agree, or answer them anew in it.`,
    );
  const changes: Record<string, WantedChange> = { ...ofType };
  for (const field of left)
    changes[field.name] = { seen: field.get(scorecard), value: EMPTY_VALUES[field.kind] };
  return changes;
}

function said({ name }: Field, value: FieldValue): string {
  const text = typeof value === 'string' ? `"${cut(value)}"` : String(value);
  return `${name} (${text})`;
}

/** Evidence may be pages long; what is said of it is not. */
function cut(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}

/**
 * The type that ratings were typed against, so that a type which somebody else changes meanwhile holds the save back.
 * The first rating of a company without a type starts it under the profile that was typed against.
 */
export function typeTypedAgainst(record: Standing, typed: Changes): Changes {
  const { scorecard, profile, state, problems } = record;
  const rated = profile.dimensions.flatMap(({ key }) => typed[key] ?? []);
  const explained = profile.dimensions.some(({ key }) => typed[`${key}_evidence`] !== undefined);
  if (rated.length === 0 && !explained) return {};
  const starts =
    scorecard.type === null &&
    (state === 'never-scored' || state === 'unrated') &&
    rated.some(({ value }) => value !== null) &&
    problems.every(({ field }) => field !== 'partner_type');
  return { partner_type: { seen: scorecard.type, value: starts ? profile.type : scorecard.type } };
}
