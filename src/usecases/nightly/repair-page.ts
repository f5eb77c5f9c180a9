import type { CompanyRecord } from '../../crm/company-record.ts';
import type { ScoredPage } from '../../crm/scored-companies.ts';
import { companyNameOf, nameWithId } from '../names.ts';
import type { Context } from '../context.ts';
import { readScorecard, refusalToWrite } from '../scorecard/judge.ts';
import { type Plan, completePatch, isEmptyPatch } from '../scorecard/plan-save.ts';
import { type OtherHand, repairInBulk } from '../scorecard/repair-in-bulk.ts';
import type { NightlyRun } from './nightly-run.ts';
import { type Counts, tally } from './report.ts';
import { makeDueTasks } from './tasks.ts';
import { NOT_SEEN_WHO, lastChangedBy } from '../../messages/nightly.ts';

/**
 * Judges some companies, writes the verdicts that do not follow, and makes tasks for what is due.
 *
 * @param page with the histories of the lanes and of what grows old
 */
export async function repairPage(run: NightlyRun, page: ScoredPage): Promise<void> {
  const { context, counts, hubspotNow } = run;
  const plans = page.records.flatMap((record) => planFor(record, context, counts));
  const due = plans.filter(({ patch }) => !isEmptyPatch(patch)).map(({ judgement }) => judgement.record);
  if (due.length > 0) await repairDue(context, due, counts, hubspotNow());
  await makeDueTasks(run, plans);
  for (const [id, { message }] of page.unread) tally(counts, 'not-read', `${id}: ${message}`);
  counts.missing.companies += page.missing;
  counts.companies += page.records.length;
}

/** What a record needs. One to which nothing may be written is named. */
function planFor(record: CompanyRecord, context: Context, counts: Counts): Plan[] {
  const reading = readScorecard(record, context);
  const refusal = refusalToWrite(reading, context);
  if (refusal === null) return [completePatch(reading, {}, context)];
  tally(counts, 'not-judged', `${nameOf(record)}: ${refusal.message}`);
  return [];
}

async function repairDue(
  context: Context,
  due: readonly CompanyRecord[],
  counts: Counts,
  nowMs: number,
): Promise<void> {
  const { repaired, refused, keepsChanging, edited } = await repairInBulk(context, due, nowMs);
  counts.companiesRepaired += repaired.size;
  const names = new Map(due.map((record) => [record.id, nameOf(record)]));
  for (const [id, { message }] of refused)
    tally(counts, 'not-writable', `${names.get(id) ?? id}: ${message}`);
  for (const [id, hand] of keepsChanging)
    tally(counts, 'keeps-changing', `${names.get(id) ?? id}: ${sentenceOf(hand)}`);
  for (const [id, hand] of edited)
    tally(counts, 'edited-verdict', `${names.get(id) ?? id}: ${sentenceOf(hand)}`);
}

function sentenceOf(hand: OtherHand | null): string {
  return hand === null ? NOT_SEEN_WHO : lastChangedBy(hand.property, hand.source);
}

function nameOf(record: CompanyRecord): string {
  return nameWithId(companyNameOf(record), record.id);
}
