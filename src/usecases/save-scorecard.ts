import { authorOf } from '../crm/authorship.ts';
import type { Company, HistoryEntry } from '../crm/companies.ts';
import { propertyOf } from '../crm/company-properties.ts';
import { CrmError } from '../crm/crm-error.ts';
import { decodeField } from '../crm/field-codec.ts';
import { fieldsOf } from '../icp/fields.ts';
import type { Conflict, Overwrite, SaveAnswer } from '../icp/scorecard-record.ts';
import type { Context } from './context.ts';
import { findCompany, recordOf } from './load-scorecard.ts';
import { type RequestedChanges, planSave } from './plan-save.ts';
import { settleCompany, writeSurely } from './settle-company.ts';

export interface SaveRequest {
  companyId: string;
  changes: RequestedChanges;
  /** Who saves, as the record should name them. A claim: nothing that needs permission rests on it. */
  by: string;
}

/** Times that a write is tried whose answer was lost and which is not there on reading back. */
const ATTEMPTS = 3;

/**
 * Writes what a person changed, and the verdict that follows, in one write; reads back, and puts the verdict right where
 * somebody wrote in between. Saving the same twice changes nothing.
 *
 * Three calls; one when nothing changed.
 *
 * @throws Refused when a change is not allowed or the company cannot be written; nothing is written then
 * @throws CrmError
 */
export async function saveScorecard(
  context: Context,
  { companyId, changes, by }: SaveRequest,
): Promise<SaveAnswer> {
  const before = await findCompany(context, companyId);
  const written: Record<string, string> = {};
  let conflicts: Conflict[] = [];
  let company = before;
  for (let attempt = 1; ; attempt++) {
    const plan = planSave(company, changes, by, context);
    conflicts = plan.conflicts;
    if (Object.keys(plan.patch).length === 0) break;
    if (attempt > ATTEMPTS) throw notConfirmed();
    Object.assign(written, plan.patch);
    const outcome = await writeSurely(context, company.id, plan.patch);
    company =
      outcome === 'written'
        ? await settleCompany(context, company.id)
        : await findCompany(context, companyId);
    if (outcome === 'written') break;
  }
  return {
    ...recordOf(company, context),
    conflicts,
    overwrote: overwritesIn(before, company, written, context),
  };
}

function notConfirmed(): CrmError {
  return new CrmError(
    'unavailable',
    'HubSpot did not keep the write. Your changes are not saved: try again in a minute.',
  );
}

/** The values of others that ours was written over: in the history they stand right before ours, and we never saw them. */
function overwritesIn(
  before: Company,
  after: Company,
  written: Readonly<Record<string, string>>,
  context: Context,
): Overwrite[] {
  const { profile } = recordOf(after, context);
  return fieldsOf(profile).flatMap((field) => {
    const property = propertyOf(field.name);
    const ours = written[property];
    if (ours === undefined) return [];
    const since = entriesSince(before.history[property]?.[0], after.history[property] ?? []);
    const index = since.findIndex(({ value }) => value === ours);
    const lost = index < 0 ? undefined : since[index + 1];
    if (lost === undefined || lost.value === (before.properties[property] ?? '')) return [];
    return [{ field: field.name, lost: decodeField(field, lost.value).value, change: authorOf(lost, after) }];
  });
}

function entriesSince(
  last: HistoryEntry | undefined,
  history: readonly HistoryEntry[],
): readonly HistoryEntry[] {
  return last === undefined
    ? history
    : history.filter(({ timestamp }) => Date.parse(timestamp) > Date.parse(last.timestamp));
}
