import { batches } from '../../crm/client/batches.ts';
import { CrmError, brokenOff } from '../../crm/client/errors.ts';
import { readPageOfType } from '../../crm/companies-of-type.ts';
import { type CompanyRecord, textOf } from '../../crm/company-record.ts';
import { listProperties } from '../../crm/property-definitions.ts';
import { ownersOf } from '../../crm/tasks.ts';
import type { PartnerType } from '../../icp/partner-types.ts';
import { SPREAD_WEEKS, spreadReviews as spreadDays, weekOf } from '../../icp/spread-reviews.ts';
import { SPREAD_BROKEN_OFF, REJUDGE_UNSETTLED } from '../../messages/rejudge.ts';
import { type Context, today } from '../context.ts';
import type { OnProgress } from '../csv/export.ts';
import { requireInstalled } from '../install/read-portal.ts';
import { companyNameOf } from '../names.ts';
import { judge, readScorecard, refusalToWrite } from '../scorecard/judge.ts';
import { bulkAccess, repairRecords } from '../scorecard/repair.ts';
import type { LeftCompany } from './rejudge-report.ts';
import { inBulkUnderPolicy } from './with-policy.ts';

export interface SpreadRequest {
  type: PartnerType;
  /** Who does it, and what changed about the customers that the portal wants. */
  by: string;
  reason: string;
  /** Writes; otherwise it is only said what would be written. */
  apply: boolean;
  onProgress?: OnProgress;
  signal?: AbortSignal | undefined;
}

/** What became of the reviews of a type, or would become of them. */
export interface SpreadReport {
  applied: boolean;
  by: string;
  reason: string;
  /** Scorecards in Deep or Fast lane. */
  companies: number;
  /** Those whose day is set anew. The others are due within the four weeks already. */
  moved: number;
  /** Per owner, by HubSpot's id of the owner; null for companies without one. How many fall due in each of the weeks. */
  owners: { owner: string | null; companies: number; weeks: number[] }[];
  left: LeftCompany[];
}

const FIELD = 'review_due';
const AT_ONCE = 100;

/**
 * Makes the reviews of a type's scorecards in Deep or Fast lane due within four weeks, spread for each owner: the customers
 * that we want have changed, so that their overlap has to be looked at again. A nearer day stays, and so does that of a
 * partner that it was decided to wait with or to decline. It can be run again.
 *
 * @throws Refused `not-installed`
 * @throws CrmError
 */
export async function spreadReviews(outside: Context, request: SpreadRequest): Promise<SpreadReport> {
  const { type, by, reason, apply, signal } = request;
  const context = await inBulkUnderPolicy(outside);
  const reading = await inBulkUnderPolicy(outside, signal);
  const left: LeftCompany[] = [];
  const active = await activeOf(reading, type, left);
  const owners = await ownersOf(
    reading.crm,
    active.map(({ id }) => id),
  );
  const reviews = active.map(({ id, texts }) => ({
    ...{ companyId: id, owner: owners.get(id) ?? null },
    due: textOf(texts, FIELD),
  }));
  const days = spreadDays(reviews, today(context));
  const due = active.filter(({ id, texts }) => (texts[FIELD] ?? '') !== days.get(id));
  if (apply) await write(context, due, days, request, left);
  const perOwner = [...new Set(reviews.map(({ owner }) => owner))].map((owner) => {
    const mine = reviews.filter((review) => review.owner === owner);
    const weeks = Array.from({ length: SPREAD_WEEKS }, () => 0);
    for (const { companyId } of mine) {
      const week = weekOf(days.get(companyId) ?? '', today(context));
      weeks[week] = (weeks[week] ?? 0) + 1;
    }
    return { owner, companies: mine.length, weeks };
  });
  const moved = due.length - (apply ? left.filter(({ companyId }) => days.has(companyId)).length : 0);
  return { applied: apply, by, reason, companies: active.length, moved, owners: perOwner, left };
}

async function activeOf(context: Context, type: PartnerType, left: LeftCompany[]): Promise<CompanyRecord[]> {
  const definitions = await listProperties(context.crm, 'companies');
  requireInstalled(new Set(definitions.map(({ name }) => name)), context);
  const active: CompanyRecord[] = [];
  for (let behind: string | null = null; ;) {
    const page = await readPageOfType(context, type, { behind });
    for (const [companyId, { message }] of page.unread)
      left.push({ companyId, name: `record ${companyId}`, reason: message });
    for (const record of page.records) {
      const reading = readScorecard(record, context);
      const { verdict, scorecard } = judge(reading, context);
      if (scorecard.type !== type || isSetAside(record)) continue;
      if (verdict?.lane !== 'deep' && verdict?.lane !== 'fast') continue;
      const refusal = refusalToWrite(reading, context);
      if (refusal === null && record.texts[FIELD] !== undefined) active.push(record);
      else if (refusal !== null)
        left.push({ companyId: record.id, name: companyNameOf(record), reason: refusal.message });
    }
    if (page.next === null) return active;
    behind = page.next;
  }
}

/** Whether somebody decided to wait, or to decline. */
function isSetAside({ texts }: CompanyRecord): boolean {
  return ['wait', 'decline'].includes(textOf(texts, 'decision') ?? '');
}

async function write(
  context: Context,
  due: readonly CompanyRecord[],
  days: ReadonlyMap<string, string>,
  { signal, onProgress }: SpreadRequest,
  left: LeftCompany[],
): Promise<void> {
  let done = 0;
  const plan = ({ id, texts }: CompanyRecord) => {
    const [day, found] = [days.get(id) ?? '', texts[FIELD] ?? ''];
    // a nearer day that somebody set meanwhile stays
    return found !== '' && found <= day ? {} : { [FIELD]: day };
  };
  for (const records of batches(due, AT_ONCE)) {
    if (signal?.aborted === true) throw new CrmError('cancelled', SPREAD_BROKEN_OFF);
    try {
      const { refused, unsettled } = await repairRecords(context, records, plan, bulkAccess(context));
      for (const record of records) {
        const reason =
          refused.get(record.id)?.message ?? (unsettled.has(record.id) ? REJUDGE_UNSETTLED : null);
        if (reason !== null) left.push({ companyId: record.id, name: companyNameOf(record), reason });
      }
    } catch (error) {
      if (error instanceof CrmError) throw brokenOff(error, SPREAD_BROKEN_OFF);
      throw error;
    }
    done += records.length;
    onProgress?.(done, due.length);
  }
}
