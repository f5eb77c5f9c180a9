import type { Profile } from '../../../src/icp/profile.ts';
import type { ScorecardRecord } from '../../../src/contract/scorecard-record.ts';
import type { Scorecard } from '../../../src/icp/scorecard.ts';
import { type Verdict, verdict } from '../../../src/icp/verdict.ts';

/** What the CRM holds in a field and nobody can read, in words; null when it is fine. */
export function problemOf({ problems }: Pick<ScorecardRecord, 'problems'>, field: string): string | null {
  return problems.find((problem) => problem.field === field)?.message ?? null;
}

/** The verdict on a draft; null where the record says that nothing may be derived. */
export function liveVerdict(record: ScorecardRecord, draft: Scorecard, profile: Profile): Verdict | null {
  if (record.state === 'unjudgeable' && !isTypeMended(record, draft, profile)) return null;
  return verdict(draft, profile, record.asOf);
}

/** Whether the type is what keeps the record from being judged, so that another one may mend it. */
export function isTypeAtFault({ state, problems }: ScorecardRecord): boolean {
  return state === 'unjudgeable' && problems[0]?.field === 'partner_type';
}

function isTypeMended(record: ScorecardRecord, draft: Scorecard, profile: Profile): boolean {
  return isTypeAtFault(record) && draft.type !== record.scorecard.type && draft.type === profile.type;
}
