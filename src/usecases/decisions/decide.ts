import { authorOf } from '../../crm/authorship.ts';
import { CrmError } from '../../crm/client/errors.ts';
import { type CompanyRecord, type Patch, textOf } from '../../crm/company-record.ts';
import type { DecideAnswer } from '../../contract/decisions.ts';
import type { DecisionChanges } from '../../contract/wanted-change.ts';
import type { Change, Conflict } from '../../contract/scorecard-record.ts';
import { type WantedDecision, decisionFault, parseDecision } from '../../icp/decision.ts';
import { holderNames, isFull } from '../../icp/slots.ts';
import { DECIDED_AT_FAULT, DECISION_KEPT_UNKNOWN, DECISION_NOT_KEPT } from '../../messages/decisions.ts';
import { ATTEMPTS, type Context, today } from '../context.ts';
import { syncDealsOf } from '../deals/sync.ts';
import { Refused } from '../refused.ts';
import { findRecord, readBack, writeOrUnknown } from '../scorecard/find-record.ts';
import { type Judgement, judge, readScorecard, refusalToWrite } from '../scorecard/judge.ts';
import { findUnderPolicy, recordOf } from '../scorecard/load.ts';
import { isNewer, newerThan } from '../scorecard/overwrites.ts';
import { CHOSEN_FIELDS, basisNow, hindranceOf } from './decision-of.ts';
import { slotHolders } from './read-slots.ts';

export interface DecideRequest {
  companyId: string;
  /** As they came through the door. */
  changes: Readonly<Record<keyof DecisionChanges, { seen: unknown; value: unknown }>>;
  /** What the person saw that the decision would rest on. */
  basis: string;
  /** A claim, as of a save. */
  by: string;
}

/** How far the time of a decision may be from our clock. */
const CLOCKS_MS = 60 * 60_000;

/**
 * Writes what a person decided about a partner, whole or not at all. Nothing else writes it. A repeat of the call changes
 * nothing; the same decision with a new time is a new one.
 *
 * Three calls, one more to go deep; one when the decision stands already; up to five more for a company with deals.
 *
 * @throws Refused when it may not stand, by field; nothing is written then
 * @throws CrmError
 */
export async function decide(outside: Context, request: DecideRequest): Promise<DecideAnswer> {
  const wanted = wantedDecision(request);
  const at = wantedTime(request, outside);
  const [{ context, record: before, names }, holders] = await Promise.all([
    findUnderPolicy(outside, request.companyId),
    wanted.decision === 'go-deep' ? slotHolders(outside, wanted.quarter) : [],
  ]);
  const texts = textsOf(wanted, at);
  const slots = {
    today: today(context),
    isFull: isFull(holders, context.settings.slots, before.id),
    holders: holderNames(holders.filter(({ companyId }) => companyId !== before.id)),
  };
  const written = await write(context, before, { ...request, wanted, texts, slots });
  const { record } = written.judgement;
  const deals = written.isWritten ? await syncDealsOf(context, record) : null;
  return {
    ...recordOf(written.judgement, context, names),
    conflicts: written.conflicts,
    replaced: written.isWritten ? replacedIn(before, record, texts) : null,
    deals,
  };
}

interface Writing extends DecideRequest {
  wanted: WantedDecision;
  /** What the chosen fields are to hold. */
  texts: Readonly<Record<string, string>>;
  slots: Parameters<typeof decisionFault>[2];
}

interface Written {
  judgement: Judgement;
  conflicts: Conflict[];
  isWritten: boolean;
}

async function write(context: Context, before: CompanyRecord, writing: Writing): Promise<Written> {
  let record = before;
  for (let attempt = 1; ; attempt++) {
    const judgement = judge(readScorecard(record, context), context);
    const isWritten = attempt > 1;
    if (stands(record, writing.texts)) return { judgement, conflicts: [], isWritten };
    const conflicts = conflictsOf(judgement, writing, context, isWritten && wasKept(before, record, writing));
    if (conflicts.length > 0) return { judgement, conflicts, isWritten: false };
    if (attempt > ATTEMPTS) throw new CrmError('unavailable', DECISION_NOT_KEPT);
    await writeOrUnknown(context, record.id, patchOf(judgement, writing, context));
    record = await readBack(findRecord(context, record.id), DECISION_KEPT_UNKNOWN);
  }
}

/** @throws Refused when the decision may not stand */
function patchOf(judgement: Judgement, { wanted, texts, slots, by }: Writing, context: Context): Patch {
  const refusal = refusalToWrite(judgement, context);
  if (refusal !== null) throw refusal;
  const hindrance = hindranceOf(judgement);
  const basis = basisNow(judgement, context);
  if (hindrance !== null || basis === null || judgement.verdict === null)
    throw new Refused('invalid-input', `${hindrance ?? ''} Nothing was written.`.trim(), {
      field: 'decision',
    });
  const fault = decisionFault(wanted, judgement.verdict, slots);
  if (fault !== null) throw refused(fault.field, fault.message);
  return { ...texts, decided_by: by, decision_basis: basis };
}

/** The fields that somebody else changed since they were seen, and the basis, where it is another one now. */
function conflictsOf(
  judgement: Judgement,
  { changes, texts, basis }: Writing,
  context: Context,
  written: boolean,
): Conflict[] {
  const { record } = judgement;
  const conflicts: Conflict[] = [];
  const isSeen = CHOSEN_FIELDS.every((field) => {
    const found = canonical(field, textOf(record.texts, field));
    return found === canonical(field, changes[field].seen);
  });
  for (const field of CHOSEN_FIELDS) {
    const found = canonical(field, textOf(record.texts, field));
    const [seen, wanted] = [canonical(field, changes[field].seen), canonical(field, texts[field])];
    if (isSeen || found === wanted || found === seen) continue;
    conflicts.push({ field, seen, wanted, found, change: newestChange(record, field), written });
  }
  const now = basisNow(judgement, context);
  if (conflicts.length === 0 && now !== null && now !== basis && hindranceOf(judgement) === null)
    conflicts.push({
      ...{ field: 'decision_basis', seen: basis, wanted: basis, found: now, change: null, written: false },
    });
  return conflicts;
}

/** Whether HubSpot kept our decision for a while, before somebody else's. */
function wasKept(before: CompanyRecord, after: CompanyRecord, { texts }: Writing): boolean {
  return ownEntry(before, after, texts) !== undefined;
}

/** A decision of somebody else that ours replaced, though its author had not seen it. */
function replacedIn(
  before: CompanyRecord,
  after: CompanyRecord,
  texts: Readonly<Record<string, string>>,
): Change | null {
  const ours = ownEntry(before, after, texts);
  const isSince = newerThan(before);
  const other = (after.history['decided_at'] ?? []).find(
    (entry) => ours !== undefined && isSince(entry, 'decided_at') && isNewer(ours, entry),
  );
  return other === undefined ? null : authorOf(other, after);
}

function ownEntry(before: CompanyRecord, after: CompanyRecord, texts: Readonly<Record<string, string>>) {
  const isSince = newerThan(before);
  const at = canonical('decided_at', texts['decided_at']);
  return (after.history['decided_at'] ?? []).find(
    (entry) => isSince(entry, 'decided_at') && canonical('decided_at', entry.value) === at,
  );
}

function newestChange(record: CompanyRecord, field: string): Change | null {
  const [newest] = record.history[field] ?? [];
  return newest === undefined ? null : authorOf(newest, record);
}

function stands({ texts }: CompanyRecord, wanted: Readonly<Record<string, string>>): boolean {
  return CHOSEN_FIELDS.every(
    (field) => canonical(field, textOf(texts, field)) === canonical(field, wanted[field]),
  );
}

function wantedDecision({ changes }: DecideRequest): WantedDecision {
  const parsed = parseDecision({
    decision: changes.decision.value,
    quarter: changes.decision_quarter.value,
    reason: changes.decision_reason.value,
    askAgainOn: changes.ask_again_on.value,
  });
  if ('message' in parsed) throw refused(parsed.field, parsed.message);
  return parsed;
}

/** @returns ISO 8601 */
function wantedTime({ changes }: DecideRequest, { now }: Context): string {
  const { value } = changes.decided_at;
  const at = typeof value === 'string' ? Date.parse(value) : NaN;
  if (!(Math.abs(at - now().getTime()) <= CLOCKS_MS)) throw refused('decided_at', DECIDED_AT_FAULT);
  return new Date(at).toISOString();
}

function textsOf(wanted: WantedDecision, at: string): Record<(typeof CHOSEN_FIELDS)[number], string> {
  return {
    decision: wanted.decision,
    decision_quarter: wanted.quarter,
    decision_reason: wanted.reason,
    ask_again_on: wanted.askAgainOn ?? '',
    decided_at: at,
  };
}

/** One text for one value: HubSpot writes a time in more than one way, and trims texts. */
function canonical(field: string, value: unknown): string {
  const text = typeof value === 'string' ? value.trim() : '';
  if (field !== 'decided_at' || text === '') return text;
  const time = Date.parse(text);
  return Number.isNaN(time) ? text : new Date(time).toISOString();
}

function refused(field: string, message: string): Refused {
  return new Refused('invalid-input', `${field}: ${message} Nothing was written.`, { field });
}
