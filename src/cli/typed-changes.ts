import type { PartnerType } from '../icp/partner-types.ts';
import type { Profile } from '../icp/profile.ts';
import type { ScorecardRecord, WantedChange } from '../contract/scorecard-record.ts';
import { badInput } from './bad-input.ts';
import { type TypedAnswers, typedAnswers } from './typed-answers.ts';
import { typeTypedAgainst, typedTypeChange } from './typed-type-change.ts';

/** What was typed behind `icp save`. */
export interface TypedOptions extends TypedAnswers {
  type?: PartnerType;
  otherTypes?: readonly PartnerType[];
  /** Agrees that another type empties what only the earlier one asks. */
  empty?: boolean;
}

/**
 * The changes that were typed, each beside the value that the company holds now.
 *
 * @param target the profile that the company is under afterwards: its fields may be named
 */
export function typedChanges(
  { type, otherTypes, empty = false, ...typed }: TypedOptions,
  target: Profile,
  record: ScorecardRecord,
): Record<string, WantedChange> {
  const { scorecard } = record;
  const answers = typedAnswers(typed, target, scorecard);
  const changes = {
    ...answers,
    ...(otherTypes !== undefined && { other_types: { seen: scorecard.otherTypes, value: otherTypes } }),
    ...(type === undefined
      ? typeTypedAgainst(record, answers)
      : typedTypeChange(type, target, record, answers, empty)),
  };
  if (Object.keys(changes).length === 0)
    throw badInput(
      'save',
      'nothing to save. Give --set, --evidence, --check, --note, --type or --other-types.',
    );
  return changes;
}
