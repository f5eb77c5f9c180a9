import { type CompanyRecord, readRecords, textOf } from '../../crm/company-record.ts';
import { DECISION_FIELD_NAMES } from '../../crm/decision-fields.ts';
import { propertyOf } from '../../crm/property-names.ts';
import { dayInWords } from '../../icp/day-in.ts';
import { isDecision } from '../../icp/decision.ts';
import { isQuarter, quarterOf } from '../../icp/quarter.ts';
import { slotsOver } from '../../messages/doctor.ts';
import { whoText } from '../../messages/people.ts';
import { amount } from '../amount.ts';
import { type Context, today } from '../context.ts';
import { changedOutside } from '../decisions/decision-of.ts';
import { companyNameOf, nameWithId } from '../names.ts';
import { type Finding, note } from './finding.ts';
import { type Tallies, tally } from './verdict-findings.ts';

/**
 * Looks at what was decided about some companies. Nothing is repaired: a decision is a person's act. One more call for each
 * fifty companies about which something was decided, for their history.
 *
 * @returns the names of those with which it was decided to go deep in the quarter of today
 * @throws CrmError
 */
export async function examineDecisions(
  context: Context,
  records: readonly CompanyRecord[],
  tallies: Tallies,
): Promise<string[]> {
  const decided = records.filter((record) =>
    DECISION_FIELD_NAMES.some((field) => textIn(record, field) !== ''),
  );
  if (decided.length === 0) return [];
  for (const record of decided) examineValues(record, tallies);
  const ids = decided.map(({ id }) => id);
  const { records: withHistory } = await readRecords(context, ids, DECISION_FIELD_NAMES);
  for (const record of withHistory.values()) {
    const change = changedOutside(record);
    if (change === null) continue;
    const who = whoText(change, { names: {} });
    tally(tallies, 'decision-outside', `${nameOf(record)}: ${who}, ${dayInWords(change.on)}`);
  }
  const quarter = quarterOf(today(context));
  return decided
    .filter(
      (record) => textIn(record, 'decision') === 'go-deep' && textIn(record, 'decision_quarter') === quarter,
    )
    .map(nameOf);
}

/** Names more partners to go deep with than the quarter of today has slots. */
export function slotsFinding(goDeep: readonly string[], context: Context): Finding[] {
  const { slots } = context.settings;
  if (goDeep.length <= slots) return [];
  const partners = amount(goDeep.length, 'partner', 'partners');
  const message = slotsOver(quarterOf(today(context)), partners, amount(slots, 'slot', 'slots'));
  return [note('slots-over', message, goDeep)];
}

function examineValues(record: CompanyRecord, tallies: Tallies): void {
  const [decision, quarter] = [textIn(record, 'decision'), textIn(record, 'decision_quarter')];
  const name = nameOf(record);
  if (decision !== '' && !isDecision(decision))
    tally(tallies, 'decision-unreadable', `${name}: "${decision}"`);
  if (quarter !== '' && !isQuarter(quarter))
    tally(tallies, 'decision-quarter-unreadable', `${name}: "${quarter}"`);
  const missing = ['decision', 'decision_quarter', 'decided_at', 'decision_basis'].filter(
    (field) => textIn(record, field) === '',
  );
  if (missing.length > 0)
    tally(tallies, 'decision-incomplete', `${name}: no ${missing.map(propertyOf).join(', ')}`);
}

function textIn({ texts }: CompanyRecord, field: string): string {
  return textOf(texts, field) ?? '';
}

function nameOf(record: CompanyRecord): string {
  return nameWithId(companyNameOf(record), record.id);
}
