import type { SaveAnswer } from '../../contract/scorecard-record.ts';
import type { CompanyRecord, Patch } from '../../crm/company-record.ts';
import { type Profile, currentProfile, versionKey } from '../../icp/profile.ts';
import { POLICY_MOVED, REJUDGE_UNKNOWN } from '../../messages/policy.ts';
import type { Context } from '../context.ts';
import { syncDealsOf } from '../deals/sync.ts';
import { Refused } from '../refused.ts';
import { readBack } from '../scorecard/find-record.ts';
import { judge, readScorecard } from '../scorecard/judge.ts';
import { findUnderPolicy, recordOf } from '../scorecard/load.ts';
import { type Plan, completePatch } from '../scorecard/plan-save.ts';
import { planVerdict, repairRecords, singleAccess } from '../scorecard/repair.ts';
import { refusalToTakeOver } from './take-over.ts';

export interface RejudgeRequest {
  companyId: string;
  by: string;
  /** The version that the person saw, `technology@3`. */
  to: string;
}

/** Looks at a record before anything is written to it. @throws Refused where it is not as the caller expects */
export type LookBefore = (record: CompanyRecord, context: Context) => void;

/**
 * Judges a company by the current profile of its type instead of the one that it was judged by. A person's act: it stamps
 * who did it. Ratings, checks, texts and the override stay as they are. A repeat changes nothing.
 *
 * @throws Refused `policy-moved` when another version is current by now; otherwise as a save
 * @throws CrmError
 */
export async function rejudgeScorecard(
  outside: Context,
  { companyId, by, to }: RejudgeRequest,
  lookBefore: LookBefore = () => undefined,
): Promise<SaveAnswer> {
  const { context, record: before, names } = await findUnderPolicy(outside, companyId);
  lookBefore(before, context);
  const profile = requireCurrent(context, before, to);
  const run = planRejudging(profile, by, context);
  const { written, refused } = await readBack(
    repairRecords(context, [before], run.plan, singleAccess(context)),
    REJUDGE_UNKNOWN,
  );
  const refusal = refused.get(before.id);
  if (refusal !== undefined) throw refusal;
  const record = run.last(before.id) ?? before;
  const judgement = judge(readScorecard(record, context), context);
  return {
    ...recordOf(judgement, context, names),
    ...{ conflicts: [], overwrote: [], notWritten: [], notReviewed: null },
    deals: written.size > 0 ? await syncDealsOf(context, record) : null,
  };
}

function requireCurrent(context: Context, record: CompanyRecord, to: string): Profile {
  const { type } = readScorecard(record, context).scorecard;
  const current = type === null ? null : currentProfile(context, type);
  if (current !== null && versionKey(current) === to) return current;
  throw new Refused('policy-moved', POLICY_MOVED, { field: 'to' });
}

/** How records are taken over to one version: the plan for each, and each as it was last read. */
export interface Rejudging {
  plan: (record: CompanyRecord) => Patch;
  last: (id: string) => CompanyRecord | undefined;
}

/**
 * Plans what taking a version over needs, record by record and round by round. What was written is only repaired after
 * that, and left alone where somebody has judged the company by yet another version since.
 */
export function planRejudging(to: Profile, by: string, context: Context): Rejudging {
  const first = new Map<string, string | null>();
  const last = new Map<string, CompanyRecord>();
  return {
    last: (id) => last.get(id),
    plan: (record) => {
      const isFirst = last.size === 0 || !last.has(record.id);
      last.set(record.id, record);
      const stamped = record.texts['profile_version'] ?? null;
      if (isFirst) first.set(record.id, stamped);
      if (stamped === versionKey(to)) return isFirst ? {} : planVerdict(record, context).patch;
      return isFirst || stamped === first.get(record.id) ? planTakeOver(record, to, by, context).patch : {};
    },
  };
}

/** What taking a version over writes to a record. @throws Refused */
export function planTakeOver(record: CompanyRecord, to: Profile, by: string, context: Context): Plan {
  const reading = readScorecard(record, context);
  const refusal = refusalToTakeOver(reading, to, context);
  if (refusal !== null) throw refusal;
  const written = { profile_version: versionKey(to), scored_by: by, scored_at: context.now().toISOString() };
  return completePatch(reading, written, context, { by, isReview: false });
}
