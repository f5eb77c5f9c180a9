import { type CompanyRecord, textOf } from '../../crm/company-record.ts';
import { scoredRecords } from '../../crm/scored-companies.ts';
import { isDay } from '../../icp/field-values.ts';
import { type Decision, isDecision } from '../../icp/decision.ts';
import { type Quarter, quarterOf } from '../../icp/quarter.ts';
import { type RankCandidate, type Ranked, rankPartners } from '../../icp/ranking.ts';
import { rankedSentences } from '../../icp/why-ranked.ts';
import { searchBehind } from '../../messages/hubspot.ts';
import { type Context, today } from '../context.ts';
import type { OnProgress } from '../csv/export.ts';
import { companyNameOf } from '../names.ts';
import { inBulkUnderPolicy } from '../policy/with-policy.ts';
import { isRated, judge, readScorecard } from '../scorecard/judge.ts';
import { type QuarterDecisions, decisionsIn, presentForDecisions } from './read-decisions.ts';

/** A judged partner without a decision in the quarter. */
interface Candidate extends RankCandidate {
  companyName: string;
  headline: string;
  next: string;
  /** An earlier decision. */
  earlier: { decision: Decision; quarter: string } | null;
}

/** A partner of the queue at its place, and why it stands there. */
export interface QueuedPartner extends Ranked<Candidate> {
  why: string;
}

/** A partner that waits or was declined, and when it is asked again. */
export interface WaitingPartner {
  companyId: string;
  companyName: string;
  decision: Decision;
  quarter: string;
  askAgainOn: string | null;
  /** The day has come. */
  isDue: boolean;
}

/** What a meeting about a quarter looks at. */
export interface QuarterRecord extends QuarterDecisions {
  queue: QueuedPartner[];
  /** Of all quarters, next to be asked first. */
  waiting: WaitingPartner[];
  /** Why the queue may not be whole; empty where it is. */
  incomplete: string;
}

/**
 * Reads every scored company of the portal, ranks those without a decision in the quarter, and reads its decisions.
 *
 * @param quarter null for that of today, in the portal's zone
 * @throws Refused `not-installed`
 * @throws CrmError
 */
export async function readQuarter(
  outside: Context,
  quarter: Quarter | null,
  onProgress: OnProgress = () => undefined,
): Promise<QuarterRecord> {
  const context = await inBulkUnderPolicy(outside);
  const present = await presentForDecisions(context);
  const decided = await decisionsIn(context, quarter ?? quarterOf(today(context)));
  const hasDecision = new Set(decided.decisions.map(({ companyId }) => companyId));
  const candidates: Candidate[] = [];
  const waiting: WaitingPartner[] = [];
  const left = new Map(decided.left.map((one) => [one.companyId, one]));
  let [done, incomplete] = [0, ''];
  for await (const { records, unread, missing, total } of scoredRecords(context, present)) {
    for (const record of records) {
      const waits = waitingPartner(record, decided.asOf);
      if (waits !== null) waiting.push(waits);
      if (isDecidedIn(record, decided.quarter) || hasDecision.has(record.id)) continue;
      const candidate = candidateIn(record, context);
      if (candidate === null) continue;
      if ('reason' in candidate) left.set(record.id, candidate);
      else candidates.push(candidate);
    }
    for (const [companyId, { message: reason }] of unread) left.set(companyId, { companyId, reason });
    if (missing > 0) incomplete = searchBehind(missing);
    done += records.length + unread.size;
    onProgress(done, Math.max(done, total));
  }
  const ranked = rankPartners(candidates);
  const why = rankedSentences(ranked);
  return {
    ...decided,
    left: [...left.values()],
    queue: ranked.map((place, index) => ({ ...place, why: why[index] ?? '' })),
    waiting: waiting.sort(byDay),
    incomplete,
  };
}

function candidateIn(
  record: CompanyRecord,
  context: Context,
): Candidate | { companyId: string; reason: string } | null {
  const judgement = judge(readScorecard(record, context), context);
  const { verdict, scorecard, profile, problems } = judgement;
  if (judgement.state === 'unjudgeable')
    return { companyId: record.id, reason: problems[0]?.message ?? judgement.missing.join(', ') };
  if (verdict === null || !isRated(judgement)) return null;
  const decision = textOf(record.texts, 'decision');
  return {
    companyId: record.id,
    companyName: companyNameOf(record),
    type: scorecard.type ?? profile.type,
    ...{ lane: verdict.lane, clearance: verdict.clearance, points: verdict.low, ratings: scorecard.ratings },
    ...{ headline: verdict.headline, next: verdict.next },
    earlier: isDecision(decision)
      ? { decision, quarter: textOf(record.texts, 'decision_quarter') ?? '' }
      : null,
  };
}

/** Also one whose decision is none that we know: it is named among the decisions. */
function isDecidedIn({ texts }: CompanyRecord, quarter: Quarter): boolean {
  return textOf(texts, 'decision_quarter') === quarter && textOf(texts, 'decision') !== null;
}

function waitingPartner(record: CompanyRecord, asOf: string): WaitingPartner | null {
  const decision = textOf(record.texts, 'decision');
  const day = textOf(record.texts, 'ask_again_on');
  const askAgainOn = isDay(day) ? day : null;
  if (!isDecision(decision) || (decision !== 'wait' && askAgainOn === null)) return null;
  return {
    ...{ companyId: record.id, companyName: companyNameOf(record), decision, askAgainOn },
    quarter: textOf(record.texts, 'decision_quarter') ?? '',
    isDue: askAgainOn !== null && askAgainOn <= asOf,
  };
}

/** Those without a day come last. */
function byDay(one: WaitingPartner, other: WaitingPartner): number {
  const [day, otherDay] = [one.askAgainOn ?? '9999', other.askAgainOn ?? '9999'];
  return day < otherDay
    ? -1
    : Number(day > otherDay) || one.companyName.localeCompare(other.companyName, 'en');
}
