import { EMPTY_VALUES, type Field } from '../icp/fields.ts';
import { type PartnerType, partnerTypeLabel } from '../icp/partner-types.ts';
import type { Profile } from '../icp/profile.ts';
import { shortened } from '../icp/visible-text.ts';
import { TYPE_FIELD, emptiedByTypeChange, typeOfAnswers } from '../icp/type-change.ts';
import type { ScorecardRecord, WantedChange } from '../contract/scorecard-record.ts';
import { type TypedAnswers, typedAnswers } from './typed-answers.ts';
import { badInput } from './typed.ts';
import { agreeToEmpty } from '../messages/terminal.ts';

/** What was typed behind `icp save`. */
export interface TypedOptions extends TypedAnswers {
  type?: PartnerType;
  otherTypes?: readonly PartnerType[];
  /** The person agrees that another type empties what only the earlier one asks. */
  empty?: boolean;
}

type Changes = Readonly<Record<string, WantedChange>>;

/**
 * The changes that were typed, each beside the value that the company holds now.
 *
 * @param target the profile that the company is under afterwards: its fields may be named
 * @throws Refused `invalid-input`
 */
export function typedChanges(
  { type, otherTypes, empty = false, ...typed }: TypedOptions,
  target: Profile,
  record: ScorecardRecord,
): Changes {
  const { scorecard } = record;
  const answers = typedAnswers(typed, target, scorecard);
  return {
    ...answers,
    ...(otherTypes !== undefined && { other_types: { seen: scorecard.otherTypes, value: otherTypes } }),
    ...(type === undefined
      ? typeInSight(record, answers)
      : { ...typeAs(type, record), ...emptiedBy(type, target, record, answers, empty) }),
  };
}

function typeAs(value: PartnerType | null, { scorecard }: ScorecardRecord): Changes {
  return { [TYPE_FIELD]: { seen: scorecard.type, value } };
}

/** The answers that another type empties, save those that are typed anew. A person has to agree to them. */
function emptiedBy(
  to: PartnerType,
  target: Profile,
  record: ScorecardRecord,
  answers: Changes,
  isAgreed: boolean,
): Changes {
  const { scorecard, profile } = record;
  const from = typeOfAnswers(record);
  if (from === null || from === to || scorecard.type === to) return {};
  const emptied = emptiedByTypeChange(scorecard, profile, target).filter(
    ({ name }) => answers[name] === undefined,
  );
  if (emptied.length > 0 && !isAgreed)
    throw badInput(
      '--type',
      agreeToEmpty(
        partnerTypeLabel(from),
        partnerTypeLabel(to),
        emptied.map((field) => withValue(field, record)).join(', '),
      ),
    );
  return Object.fromEntries(
    emptied.map((field) => [field.name, { seen: field.get(scorecard), value: EMPTY_VALUES[field.kind] }]),
  );
}

/** `compatibility (5)`. Evidence may be pages long and is cut. */
function withValue(field: Field, { scorecard }: ScorecardRecord): string {
  const { name } = field;
  const value = field.get(scorecard);
  if (typeof value !== 'string') return `${name} (${String(value)})`;
  return `${name} ("${shortened(value.replaceAll(/\s+/g, ' ').trim(), 60)}")`;
}

/**
 * The type goes with every rating and its evidence, so that a save conflicts when somebody else changes the type
 * meanwhile. The first rating of a company without a type starts it under the profile that the options were read by.
 */
function typeInSight(record: ScorecardRecord, answers: Changes): Changes {
  const { scorecard, profile, state, problems } = record;
  const rated = profile.dimensions.flatMap(({ key }) => answers[key] ?? []);
  const explained = profile.dimensions.some(({ key }) => answers[`${key}_evidence`] !== undefined);
  if (rated.length === 0 && !explained) return {};
  const starts =
    scorecard.type === null &&
    (state === 'never-scored' || state === 'unrated') &&
    rated.some(({ value }) => value !== null) &&
    problems.every(({ field }) => field !== TYPE_FIELD);
  return typeAs(starts ? profile.type : scorecard.type, record);
}
