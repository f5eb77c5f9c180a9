import { lastChanges } from '../../crm/authorship.ts';
import type { Company } from '../../crm/companies.ts';
import { propertyOf, textOf } from '../../crm/properties.ts';
import { GUIDANCE } from '../../icp/guidance.ts';
import { LANES } from '../../icp/lanes.ts';
import type { Change, ScorecardRecord, Trail } from '../../contract/scorecard-record.ts';
import { findCompany } from './company-access.ts';
import { type Context, today } from '../context.ts';
import { judgeCompany } from './judge.ts';
import { knownFields } from './ready-types.ts';
import { toConfirm } from './to-confirm.ts';

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

/** A company as the card shows it. */
export function recordOf(company: Company, context: Context): ScorecardRecord {
  const { untouchable: _untouchable, drift, ...judgement } = judgeCompany(company, context);
  const changed = lastChanges(company);
  const changes: Record<string, Change> = {};
  for (const { name } of knownFields(context)) {
    const change = changed[propertyOf(name)];
    if (change !== undefined) changes[name] = change;
  }
  return {
    companyId: company.id,
    companyName: company.properties['name'] ?? '',
    ...judgement,
    drift: Object.keys(drift),
    toConfirm: toConfirm(company, judgement),
    changes,
    trail: trailOf(company),
    guidance: GUIDANCE,
    asOf: today(context),
  };
}

function trailOf({ properties }: Company): Trail {
  const previous = textOf(properties, 'previous_lane');
  return {
    scoredBy: textOf(properties, 'scored_by'),
    scoredAt: textOf(properties, 'scored_at'),
    previousLane: previous === 'undecided' ? previous : (LANES.find((lane) => lane === previous) ?? null),
    laneChangedAt: textOf(properties, 'lane_changed_at'),
    reviewDue: textOf(properties, 'review_due'),
  };
}
