import { ARTIFACTS } from '../../../src/icp/facts.ts';
import { decisionLabel, isDecision } from '../../../src/icp/decision.ts';
import { dayInWords } from '../../../src/icp/day-in.ts';
import type { Field, FieldValue } from '../../../src/icp/fields.ts';
import { partnerTypeLabel, isPartnerType } from '../../../src/icp/partner-types.ts';
import type {
  Change,
  Conflict,
  NotWritten,
  ScorecardRecord,
} from '../../../src/contract/scorecard-record.ts';
import { whoText } from '../../../src/messages/people.ts';
import { CHECK_STATE_LABELS, type CheckState } from '../../../src/icp/scorecard.ts';

/** Display names by lower-case address. */
export type Names = Pick<ScorecardRecord, 'names'>;

/** `Changed by Ana Silva on 20 November 2026`, or what changed it outside the app. */
export function changeText(change: Change, record: Names): string {
  return `Changed by ${whoText(change, record)} on ${dayInWords(change.on)}`;
}

/** `Ana Silva, 20 November 2026`. */
export function byText(change: Change, record: Names): string {
  const who = whoText(change, record);
  return `${who.startsWith('somebody') ? `S${who.slice(1)}` : who}, ${dayInWords(change.on)}`;
}

/** A value as people read it. An empty one reads `Empty` or `None`. */
export function valueText(value: FieldValue): string {
  if (value === null || value === '') return 'Empty';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string')
    return value.length === 0 ? 'None' : value.map((item) => wordFor(item)).join(', ');
  return wordFor(value);
}

function wordFor(text: string): string {
  if (isPartnerType(text)) return partnerTypeLabel(text);
  if (text in CHECK_STATE_LABELS) return CHECK_STATE_LABELS[text as CheckState];
  return ARTIFACTS.find(({ key }) => key === text)?.label ?? text;
}

/** What people call a field. One that no shown profile asks for goes by its name. */
export function fieldLabel(name: string, fields: readonly Field[]): string {
  return fields.find((field) => field.name === name)?.label ?? name;
}

/** What stands in a field that somebody else changed: `Strategic fit is 4. Changed by Ana Silva on 20 November 2026.` */
export function standsText(
  { field, found, change }: Conflict,
  { fields, record }: { fields: readonly Field[]; record: Names },
): string {
  const value = `${fieldLabel(field, fields)} is ${valueText(found)}.`;
  return change === null ? value : `${value} ${changeText(change, record)}.`;
}

/** Why a field could not be written, by what people call it. */
export function notWrittenText({ field, message }: NotWritten, fields: readonly Field[]): string {
  const name = `${field}: `;
  return `${fieldLabel(field, fields)}. ${message.startsWith(name) ? message.slice(name.length) : message}`;
}

/** What the tab "Decide" calls the fields of a decision. */
export const DECISION_LABELS = {
  decision: 'Decision',
  decision_quarter: 'Quarter',
  decision_reason: 'Reason',
  ask_again_on: 'Ask again on',
  decided_at: 'Decided at',
  decision_basis: 'What it rests on',
} as const;

export function decisionFieldLabel(name: string): string {
  return name in DECISION_LABELS ? DECISION_LABELS[name as keyof typeof DECISION_LABELS] : name;
}

/** A value of a decision's field as people read it. */
export function decisionValueText(field: string, value: FieldValue): string {
  if (field === 'ask_again_on' && typeof value === 'string' && value !== '') return dayInWords(value);
  return isDecision(value) ? decisionLabel(value) : valueText(value);
}
