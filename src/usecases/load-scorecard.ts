import { lastChanges } from '../crm/authorship.ts';
import { type Company, readCompany } from '../crm/companies.ts';
import { propertyOf } from '../crm/company-properties.ts';
import { CrmError } from '../crm/crm-error.ts';
import { fieldsOf } from '../icp/fields.ts';
import { LANES } from '../icp/lanes.ts';
import type { Change, ScorecardRecord, Trail } from '../icp/scorecard-record.ts';
import { type Context, today } from './context.ts';
import { judgeCompany, propertyNames } from './judge-company.ts';
import { Refused } from './refused.ts';

/**
 * Reads what one company's record says about its scorecard, in one call, and judges it anew.
 *
 * @throws Refused `company-not-found`
 * @throws CrmError
 */
export async function loadScorecard(
  context: Context,
  { companyId }: { companyId: string },
): Promise<ScorecardRecord> {
  return recordOf(await findCompany(context, companyId), context);
}

/** @throws Refused `company-not-found` when no company has the id, or it is archived */
export async function findCompany(context: Context, companyId: string): Promise<Company> {
  try {
    return await readCompany(context.crm, companyId, ['name', ...propertyNames(context)]);
  } catch (error) {
    if (!(error instanceof CrmError && error.code === 'not-found')) throw error;
    const message = `There is no company ${companyId}: it may have been deleted. Open the card on a company record.`;
    throw new Refused('company-not-found', message, { field: 'companyId', cause: error });
  }
}

/** A company as the card shows it. */
export function recordOf(company: Company, context: Context): ScorecardRecord {
  const {
    expected: _expected,
    untouchable: _untouchable,
    drift,
    ...judgement
  } = judgeCompany(company, context);
  const changed = lastChanges(company);
  const changes: Record<string, Change> = {};
  for (const { name } of fieldsOf(judgement.profile)) {
    const change = changed[propertyOf(name)];
    if (change !== undefined) changes[name] = change;
  }
  return {
    companyId: company.id,
    companyName: company.properties['name'] ?? '',
    ...judgement,
    drift: Object.keys(drift),
    changes,
    trail: trailOf(company),
    asOf: today(context),
  };
}

function trailOf({ properties }: Company): Trail {
  const text = (name: string) => properties[propertyOf(name)] ?? null;
  const previous = text('previous_lane');
  return {
    scoredBy: text('scored_by'),
    scoredAt: text('scored_at'),
    previousLane: previous === 'undecided' ? previous : (LANES.find((lane) => lane === previous) ?? null),
    laneChangedAt: text('lane_changed_at'),
    reviewDue: text('review_due'),
  };
}
