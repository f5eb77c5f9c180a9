import { batches } from '../../crm/client/batches.ts';
import { fieldNames, readRecords } from '../../crm/company-record.ts';
import type { ScorecardRecord } from '../../contract/scorecard-record.ts';
import { noSuchCompany } from '../../messages/scorecard.ts';
import type { Context } from '../context.ts';
import type { OnProgress } from '../csv/export.ts';
import { judge, readScorecard } from '../scorecard/judge.ts';
import { recordOf } from '../scorecard/load.ts';

/** Companies as they were asked for, each once, and those that could not be read. */
export interface ReadPartners {
  records: ScorecardRecord[];
  left: LeftPartner[];
}

export interface LeftPartner {
  companyId: string;
  reason: string;
}

/** Records that are read together with their histories. */
const AT_ONCE = 50;

/**
 * Reads companies as the card does, with their histories, fifty in a call. After a merge an old id is the survivor.
 *
 * @param context in bulk and under the policy of the portal
 * @throws CrmError when HubSpot refuses the reading as such
 */
export async function readPartners(
  context: Context,
  companyIds: readonly string[],
  onProgress: OnProgress = () => undefined,
): Promise<ReadPartners> {
  const ids = [...new Set(companyIds)];
  const names = await context.installation.names(context.crm);
  const records = new Map<string, ScorecardRecord>();
  const left: LeftPartner[] = [];
  let done = 0;
  for (const some of batches(ids, AT_ONCE)) {
    const read = await readRecords(context, some, fieldNames(context.profiles));
    for (const id of some) {
      const record = read.records.get(id);
      if (record === undefined)
        left.push({ companyId: id, reason: read.unread.get(id)?.message ?? noSuchCompany(id) });
      else if (!records.has(record.id))
        records.set(record.id, recordOf(judge(readScorecard(record, context), context), context, names));
    }
    done += some.length;
    onProgress(done, ids.length);
  }
  return { records: [...records.values()], left };
}
