import { type PartnerType, partnerTypeLabel } from '../icp/partner-types.ts';
import type { Profile } from '../icp/profile.ts';
import {
  CONFIRM_FIELD,
  TYPE_FIELD,
  type TypeChange,
  setBy,
  stillToConfirm,
  typeChange,
  typeOfAnswers,
} from '../icp/type-change.ts';
import type { ScorecardRecord } from '../contract/scorecard-record.ts';
import type { WantedChange } from '../contract/wanted-change.ts';
import { type TypedAnswers, typedAnswers } from './typed-answers.ts';
import { badInput } from './typed.ts';
import { agreeToEmpty } from '../messages/terminal.ts';

/** What was typed behind `icp save`. */
export interface TypedOptions extends TypedAnswers {
  type?: PartnerType;
  otherTypes?: readonly PartnerType[];
  /** The person agrees to what another type empties and opens. */
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
    ...(type === undefined
      ? typeInSight(record, answers)
      : { ...typeAs(type, record), ...changedBy(type, record, answers, empty) }),
    ...answers,
    ...(otherTypes !== undefined && { other_types: { seen: scorecard.otherTypes, value: otherTypes } }),
  };
}

function typeAs(value: PartnerType | null, { scorecard }: ScorecardRecord): Changes {
  return { [TYPE_FIELD]: { seen: scorecard.type, value } };
}

/**
 * What another type does to the scorecard, save what is typed anew. A person has to agree to what is emptied or opened.
 */
function changedBy(to: PartnerType, record: ScorecardRecord, answers: Changes, isAgreed: boolean): Changes {
  const { scorecard } = record;
  const from = typeOfAnswers(record);
  if (from === null || from === to || scorecard.type === to) return {};
  const change = typeChange(scorecard);
  const isAnswered = (name: string) => answers[name] !== undefined;
  const lost = [...setBy(change).keys()].filter((name) => name !== CONFIRM_FIELD && !isAnswered(name));
  if (lost.length > 0 && !isAgreed) {
    const fields = lost.map((name) => `${name} (${String(change[name]?.seen)})`).join(', ');
    throw badInput('--type', agreeToEmpty(partnerTypeLabel(from), partnerTypeLabel(to), fields));
  }
  return { ...change, ...confirmedBy(answers, change) };
}

/** A new rating or new evidence confirms at once. */
function confirmedBy(answers: Changes, change: TypeChange): Changes {
  const { seen, value } = change[CONFIRM_FIELD] ?? { seen: [], value: [] };
  const isNew = (name: string) => answers[name] !== undefined && answers[name].seen !== answers[name].value;
  return { [CONFIRM_FIELD]: { seen, value: stillToConfirm({ toConfirm: value as string[] }, isNew) } };
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
