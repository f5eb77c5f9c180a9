import { authorOf } from '../../crm/authorship.ts';
import type { HistoryEntry } from '../../crm/companies.ts';
import { type CompanyRecord, textOf } from '../../crm/company-record.ts';
import { DECISION_FIELD_NAMES } from '../../crm/decision-fields.ts';
import type { Change, RecordDecision } from '../../contract/scorecard-record.ts';
import type { DecisionChanges } from '../../contract/wanted-change.ts';
import { dayOfTime } from '../../icp/day-in.ts';
import { decisionBasis, isDecision } from '../../icp/decision.ts';
import { profileName } from '../../icp/profile.ts';
import { quartersFrom } from '../../icp/quarter.ts';
import { NOT_JUDGED, NOT_RATED_YET, decisionNotInstalled } from '../../messages/decisions.ts';
import { propertyOf } from '../../crm/property-names.ts';
import { type Context, today } from '../context.ts';
import { publishedOf } from '../policy/published.ts';
import { type Judgement, isRated } from '../scorecard/judge.ts';

/** The fields of a decision that its author sees and sets. */
export const CHOSEN_FIELDS = [
  'decision',
  'decision_quarter',
  'decision_reason',
  'ask_again_on',
  'decided_at',
] as const satisfies readonly (keyof DecisionChanges)[];
export type ChosenField = (typeof CHOSEN_FIELDS)[number];

/** How many quarters are offered: this one and the next four. */
export const OFFERED_QUARTERS = 5;

/** What was decided about a partner, and what a decision would rest on now. */
export function decisionOf(judgement: Judgement, context: Context): RecordDecision {
  const { record } = judgement;
  const { texts, zone } = record;
  const text = (field: string) => textOf(texts, field) ?? '';
  const decision = text('decision');
  const at = text('decided_at');
  const hindrance = hindranceOf(judgement, context);
  return {
    decision: isDecision(decision) ? decision : null,
    quarter: text('decision_quarter'),
    reason: text('decision_reason'),
    by: text('decided_by'),
    at,
    on: dayOfTime(zone, at),
    basis: text('decision_basis'),
    askAgainOn: textOf(texts, 'ask_again_on'),
    changedOutside: changedOutside(record),
    stored: Object.fromEntries(
      CHOSEN_FIELDS.map((field) => [field, text(field)]),
    ) as RecordDecision['stored'],
    basisNow: hindrance === null ? basisNow(judgement, context) : null,
    hindrance,
    quarters: quartersFrom(today(context), OFFERED_QUARTERS),
  };
}

/** What a decision would rest on, in words. Null where nothing is judged. */
export function basisNow({ verdict, profile, profileVersion }: Judgement, context: Context): string | null {
  if (verdict === null) return null;
  const published = profileVersion === null ? null : publishedOf(profileVersion, context);
  return decisionBasis(verdict, profileName(profile, published?.on ?? null));
}

/** Why nothing can be decided about a company; null where something can. */
export function hindranceOf(judgement: Judgement, { remedies }: Pick<Context, 'remedies'>): string | null {
  const { texts } = judgement.record;
  const missing = DECISION_FIELD_NAMES.filter((field) => texts[field] === undefined);
  if (missing.length > 0) return decisionNotInstalled(missing.map(propertyOf).join(', '), remedies.install);
  if (judgement.blocker !== null) return judgement.blocker.message;
  if (judgement.verdict === null) return isRated(judgement) ? NOT_JUDGED : NOT_RATED_YET;
  return isRated(judgement) ? null : NOT_RATED_YET;
}

/** Who changed a field of a decision. */
export function decisionAuthorOf(entry: HistoryEntry, record: CompanyRecord): Change {
  return authorOf(entry, record, 'decided_by');
}

export function newestDecisionChange(record: CompanyRecord, field: string): Change | null {
  const [newest] = record.history[field] ?? [];
  return newest === undefined ? null : decisionAuthorOf(newest, record);
}

/** One text for one value: HubSpot writes a time in more than one way, and trims texts. */
export function canonical(field: ChosenField, value: unknown): string {
  const text = typeof value === 'string' ? value.trim() : '';
  if (field !== 'decided_at' || text === '') return text;
  const time = Date.parse(text);
  return Number.isNaN(time) ? text : new Date(time).toISOString();
}

/** The newest change that something else than our app made since it last wrote a decision. */
export function changedOutside(record: CompanyRecord): Change | null {
  const changes = DECISION_FIELD_NAMES.flatMap((field) => newestDecisionChange(record, field) ?? []);
  const ours = (record.history['decided_at'] ?? [])
    .map((entry) => decisionAuthorOf(entry, record))
    .find(({ source }) => source === 'our app');
  const decidedAt = ours === undefined ? -Infinity : Date.parse(ours.at);
  const outside = changes.filter(({ source, at }) => source !== 'our app' && Date.parse(at) > decidedAt);
  return outside.sort((one, other) => Date.parse(other.at) - Date.parse(one.at))[0] ?? null;
}
