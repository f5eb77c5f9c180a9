import { batches } from '../../crm/client/batches.ts';
import { CrmError } from '../../crm/client/errors.ts';
import { type TypePage, readPageOfType } from '../../crm/companies-of-type.ts';
import { readRecords } from '../../crm/company-record.ts';
import { AGING_FIELDS } from '../../icp/recheck.ts';
import { REJUDGE_GONE } from '../../messages/rejudge.ts';
import type { PartnerType } from '../../icp/partner-types.ts';
import type { Context } from '../context.ts';
import { byRecordId } from '../../icp/record-id.ts';

/** Companies that are read and written together. */
const AT_ONCE = 100;

/** The histories that a plan needs: of the lane, and of what grows old. */
export const WITH_HISTORY = ['lane', ...AGING_FIELDS];

/** Which companies a run goes over. */
export interface RejudgePages {
  type: PartnerType;
  /** Writes; the histories are read for that alone. */
  apply: boolean;
  /** Only these companies; every one of the type when left out. */
  companies?: readonly string[] | undefined;
  /** How many of `companies` are read and written together: 100 when left out. */
  atOnce?: number;
  /** Where an earlier run ended. */
  from?: { after: string | null } | null;
}

/** Some of the companies of a run; `last` is the greatest id that was asked for. */
type Page = Pick<TypePage, 'records' | 'unread' | 'total'> & { last: string | null };

/** The companies of a run, by ascending id. @throws CrmError */
export async function* pagesOf(
  context: Context,
  { type, companies, atOnce = AT_ONCE, from, apply }: RejudgePages,
): AsyncGenerator<Page> {
  const withHistory = apply ? WITH_HISTORY : [];
  const behind = from?.after ?? null;
  if (companies === undefined) {
    for (let next = behind; ;) {
      const page = await readPageOfType(context, type, { behind: next, withHistory });
      yield { ...page, last: page.next };
      next = page.next;
      if (next === null) return;
    }
  }
  const asked = [...new Set(companies)]
    .sort(byRecordId)
    .filter((id) => behind === null || byRecordId(id, behind) > 0);
  for (const ids of batches(asked, atOnce)) {
    const { records, unread } = await readRecords(context, ids, withHistory);
    const gone = ids.filter((id) => !records.has(id) && !unread.has(id));
    const missing = gone.map((id) => [id, new CrmError('not-found', REJUDGE_GONE)] as const);
    const found = new Map(ids.flatMap((id) => records.get(id) ?? []).map((record) => [record.id, record]));
    const page = { records: [...found.values()], unread: new Map([...unread, ...missing]) };
    yield { ...page, total: asked.length, last: ids.at(-1) ?? null };
  }
}
