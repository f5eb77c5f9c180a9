import { CrmError } from '../../crm/client/errors.ts';
import type { CompanyRecord } from '../../crm/company-record.ts';
import { listProperties } from '../../crm/property-definitions.ts';
import type { LaneOrUndecided } from '../../icp/lanes.ts';
import { partnerTypeLabel } from '../../icp/partner-types.ts';
import { laneByProfile } from '../../icp/portfolio-card.ts';
import { type Profile, currentProfile, versionInWords, versionKey } from '../../icp/profile.ts';
import { searchBehind } from '../../messages/hubspot.ts';
import { BEGIN_ANEW, OTHER_TYPE, REJUDGE_UNSETTLED, policyMovedSince } from '../../messages/rejudge.ts';
import { profileUnpublished } from '../../messages/scorecard.ts';
import { type Context, today } from '../context.ts';
import type { OnProgress } from '../csv/export.ts';
import { mirrorAfterBulk } from '../deals/mirror.ts';
import { requireInstalled } from '../install/read-portal.ts';
import { companyNameOf } from '../names.ts';
import { Refused } from '../refused.ts';
import { readScorecard } from '../scorecard/judge.ts';
import { isEmptyPatch } from '../scorecard/plan-save.ts';
import { bulkAccess, repairRecords } from '../scorecard/repair.ts';
import { storedLane } from './read-portfolio.ts';
import { planRejudging, planTakeOver } from './rejudge.ts';
import { type RejudgePages, WITH_HISTORY, pagesOf } from './rejudge-pages.ts';
import {
  type RejudgeReport,
  type RejudgedCompany,
  RejudgeBrokenOff,
  countRejudged,
  emptyRejudgeReport,
  howFar,
} from './rejudge-report.ts';
import { inBulkUnderPolicy } from './with-policy.ts';

/** How far a run came, and the version that it began with. */
export interface RejudgePosition {
  to: string;
  /** Everything up to this company is done; null where nothing is. Ids ascend. */
  after: string | null;
}

export interface RejudgeManyRequest extends RejudgePages {
  /** Who does it, as the records should name them. */
  by: string;
  /** `left` as they are: a run in pages brings them up to date at its end. */
  deals?: 'left';
  /** Where an earlier run ended. */
  from?: RejudgePosition | null;
  onReached?: (position: RejudgePosition) => Promise<void>;
  /** Told of the companies that are to be written next. */
  onDue?: ((companies: readonly RejudgedCompany[]) => Promise<void>) | undefined;
  /** Told of each company that is judged by the current version already. */
  onCurrent?: ((companyId: string) => void) | undefined;
  /** Told of each company that is, or would be, re-judged. */
  onCompany?: (company: RejudgedCompany) => Promise<void>;
  onProgress?: OnProgress;
  /** Ends the run before its next companies. Those that are being written are written and read back. */
  signal?: AbortSignal | undefined;
}

/**
 * Judges many companies by the current profile of their type, by ascending id. Writes only those that are judged by another
 * version. A run keeps the version that it began with: once another one is current it writes nothing more.
 *
 * @throws Refused `policy-moved` when another version became current, with how far it came; `not-installed`
 * @throws RejudgeBrokenOff when the portal cannot be reached
 */
export async function rejudgeMany(outside: Context, request: RejudgeManyRequest): Promise<RejudgeReport> {
  const { type, apply, from = null } = request;
  const context = await inBulkUnderPolicy(outside);
  const to = currentProfile(context, type);
  if (to === null) throw new Refused('unknown-profile-version', profileUnpublished(partnerTypeLabel(type)));
  const report = emptyRejudgeReport(apply, versionKey(to));
  if (from !== null && from.to !== report.to) throw policyMoved(from.to, report);
  try {
    await request.onReached?.({ to: report.to, after: from?.after ?? null });
    await overPages(context, await inBulkUnderPolicy(outside, request.signal), to, request, report);
    if (apply && request.deals !== 'left') {
      report.notes.push(...(await mirrorAfterBulk(context)));
      report.dealsBehind = report.notes.length > 0;
    }
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    throw new RejudgeBrokenOff(error, report);
  }
  return report;
}

/** @param reading ends with the signal; what is begun is finished */
async function overPages(
  context: Context,
  reading: Context,
  to: Profile,
  request: RejudgeManyRequest,
  report: RejudgeReport,
): Promise<void> {
  const definitions = await listProperties(reading.crm, 'companies');
  requireInstalled(new Set(definitions.map(({ name }) => name)), reading);
  let done = 0;
  let total: number | null = null;
  for await (const page of pagesOf(reading, request)) {
    total ??= page.total;
    await rejudgePage(context, page.records, to, request, report);
    for (const [companyId, { message }] of page.unread)
      report.left.push({ companyId, name: `record ${companyId}`, reason: message });
    done += page.records.length + page.unread.size;
    request.onProgress?.(done, Math.max(done, total));
    if (page.last !== null) await request.onReached?.({ to: report.to, after: page.last });
  }
  if (total !== null && done < total) report.notes.push(searchBehind(total - done));
}

async function rejudgePage(
  context: Context,
  records: readonly CompanyRecord[],
  to: Profile,
  { by, apply, type, companies, onDue, onCurrent, onCompany }: RejudgeManyRequest,
  report: RejudgeReport,
): Promise<void> {
  const left = (record: CompanyRecord, reason: string) =>
    report.left.push({ companyId: record.id, name: companyNameOf(record), reason });
  const due: { record: CompanyRecord; change: RejudgedCompany }[] = [];
  for (const record of records) {
    const stamped = record.texts['profile_version'] ?? '';
    const { scorecard, isEmpty } = readScorecard(record, context);
    if (scorecard.type !== type) {
      if (companies !== undefined) left(record, OTHER_TYPE);
      continue;
    }
    if (stamped === '' || isEmpty) continue;
    report.companies += 1;
    if (stamped === report.to) {
      report.current += 1;
      onCurrent?.(record.id);
      continue;
    }
    const change = changeOf(record, to, by, context);
    if (change instanceof Refused) left(record, change.message);
    else due.push({ record, change });
  }
  if (apply && due.length > 0) await onDue?.(due.map(({ change }) => change));
  const settled = apply && due.length > 0 ? await write(context, due, to, by, report, left) : due;
  for (const { change } of settled) {
    countRejudged(report, change);
    await onCompany?.(change);
  }
}

type Due = { record: CompanyRecord; change: RejudgedCompany }[];

/** @returns those that were written */
async function write(
  context: Context,
  due: Due,
  to: Profile,
  by: string,
  report: RejudgeReport,
  left: (record: CompanyRecord, reason: string) => void,
): Promise<Due> {
  // the records were read before this: one under a newer version could only come from a policy that is seen now
  const { policy } = await context.policy.read(context.home);
  const now = currentProfile(policy, to.type);
  if (now === null || versionKey(now) !== report.to) throw policyMoved(report.to, report, now);
  const { plan } = planRejudging(to, by, context);
  const records = due.map(({ record }) => record);
  const { written, refused, unsettled } = await repairRecords(
    context,
    records,
    plan,
    bulkAccess(context, WITH_HISTORY),
  );
  for (const { record } of due) {
    const error = refused.get(record.id);
    if (error !== undefined) left(record, error.message);
    if (unsettled.has(record.id)) left(record, REJUDGE_UNSETTLED);
  }
  return due.filter(({ record: { id } }) => written.has(id) && !refused.has(id));
}

/** What becomes of a company; the reason where nothing may be written to it. */
function changeOf(
  record: CompanyRecord,
  to: Profile,
  by: string,
  context: Context,
): RejudgedCompany | Refused {
  const reading = readScorecard(record, context);
  try {
    const { judgement, patch } = planTakeOver(record, to, by, context);
    const { verdict } = judgement;
    if (verdict === null || isEmptyPatch(patch)) return new Refused('invalid-input', OTHER_TYPE);
    const before =
      reading.blocker === null
        ? laneByProfile(reading.scorecard, reading.profile, today(context))
        : storedLane(record);
    return {
      companyId: record.id,
      companyName: companyNameOf(record),
      from: reading.profileVersion ?? '',
      to: versionKey(to),
      before: shown(before),
      after: shown(verdict),
      why: verdict.causes.map(({ text }) => text).join(' '),
    };
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}

/** `430`, or `310 to 430` while ratings are unknown. */
function shown({ lane, low, high }: { lane: LaneOrUndecided; low: number; high: number }) {
  return { lane, total: low === high ? `${low}` : `${low} to ${high}` };
}

function policyMoved(began: string, report: RejudgeReport, now: Profile | null = null): Refused {
  const current = now === null ? report.to : versionKey(now);
  const done =
    report.applied && report.rejudged > 0 ? ` Before that ${howFar(report)}.` : ' Nothing was written.';
  return new Refused(
    'policy-moved',
    `${policyMovedSince(versionInWords(began), versionInWords(current))}${done} ${BEGIN_ANEW}`,
  );
}
