import { encodeField } from '../../crm/scorecard-codec.ts';
import type { HistoryEntry } from '../../crm/companies.ts';
import type { CompanyRecord } from '../../crm/company-record.ts';
import type { Change, Conflict, NotWritten } from '../../contract/scorecard-record.ts';
import type { FieldValue } from '../../icp/fields.ts';
import { shortened } from '../../icp/visible-text.ts';
import type { RequestedChanges } from '../scorecard/conflicts.ts';
import type { Context } from '../context.ts';
import { conflictsAfterWriting } from '../scorecard/kept.ts';
import { type SetField, overwritesIn } from '../scorecard/overwrites.ts';
import { isEmptyPatch, planSave } from '../scorecard/plan-save.ts';
import { type Repaired, bulkAccess, planVerdict, repairRecords } from '../scorecard/repair.ts';
import { type ImportReport, countChange, faultOfRefusal } from './report.ts';
import { NOT_KEPT } from '../../messages/scorecard.ts';
import { CHANGED_DURING_IMPORT, changedAfterImport, replacedDuringImport } from '../../messages/csv.ts';

/** A row that changes its company as it stands. */
export interface PlannedRow {
  line: number;
  record: CompanyRecord;
  changes: RequestedChanges;
  /** The columns that it changes, and what becomes of the lane: for the report. */
  changed: readonly string[];
  lane: { from: string; to: string };
}

/** What became of a row so far. */
interface Progress {
  /** As last read. */
  record: CompanyRecord;
  /** When the row was stamped as saved; null while nothing of it was sent. */
  stamp: string | null;
  /** When the first write was kept, on HubSpot's clock in milliseconds; null while none was seen to be. */
  landedAt: number | null;
  sent: ReadonlyMap<string, SetField>;
  asked: readonly SetField[];
  conflicts: readonly Conflict[];
  notWritten: readonly NotWritten[];
}

/**
 * Writes some hundred rows, reads them back with the histories of what was written, and notes in the report what HubSpot
 * refused, what others changed meanwhile, and what of theirs a row replaced.
 */
export async function applyRows(
  context: Context,
  rows: readonly PlannedRow[],
  by: string,
  report: ImportReport,
): Promise<void> {
  const byId = new Map(rows.map((row) => [row.record.id, row]));
  const progress = new Map<string, Progress>();
  const plan = (record: CompanyRecord) => {
    const { patch, next } = planAnew(record, byId.get(record.id), progress.get(record.id), by, context);
    progress.set(record.id, next);
    return patch;
  };
  const fields = new Set(rows.flatMap(({ changes }) => Object.keys(changes)));
  const access = bulkAccess(context, [...fields, 'scored_by', 'scored_at']);
  const records = rows.map(({ record }) => record);
  // Until all is read back, only what was seen to be kept counts as written.
  let repaired: Repaired | null = null;
  try {
    repaired = await repairRecords(context, records, plan, access);
  } finally {
    noteRows(rows, repaired ?? keptOf(progress), progress, by, report);
  }
}

/** What is known of rows whose import broke off. */
function keptOf(progress: ReadonlyMap<string, Progress>): Repaired {
  const kept = [...progress].flatMap(([id, { landedAt }]) => (landedAt === null ? [] : [id]));
  return { written: new Set(kept), refused: new Map(), unsettled: new Set() };
}

function noteRows(
  rows: readonly PlannedRow[],
  { written, refused, unsettled }: Repaired,
  progress: ReadonlyMap<string, Progress>,
  by: string,
  report: ImportReport,
): void {
  for (const { line, record, changed, lane } of rows) {
    const error = refused.get(record.id);
    const warn = (column: string | null, message: string) => report.warnings.push({ line, column, message });
    const isLost = unsettled.has(record.id) && (progress.get(record.id)?.landedAt ?? null) === null;
    if (written.has(record.id) && !isLost) countChange(report, changed, lane);
    if (isLost) report.faults.push({ line, column: null, message: NOT_KEPT });
    if (error !== undefined) report.faults.push(faultOfRefusal(line, error));
    for (const { field, message } of sentencesOf(progress.get(record.id), by)) warn(field, message);
    if (unsettled.has(record.id) && !isLost)
      warn(
        null,
        'written three times, and something keeps changing it back. Look for a workflow that sets it.',
      );
  }
}

/** Plans a row anew. A field that was written, and that somebody has changed since, is not written again. */
function planAnew(
  record: CompanyRecord,
  row: PlannedRow | undefined,
  before: Progress | undefined,
  by: string,
  context: Context,
) {
  const landedAt = landingOf(record, before);
  const sent = new Map(landedAt === null ? [] : before?.sent);
  const changedSince = conflictsAfterWriting(record, [...sent.values()], by);
  const names = new Set(changedSince.map(({ field }) => field));
  const changes = Object.entries(row?.changes ?? {}).filter(([name]) => !names.has(name));
  const { patch, inputs, asked, conflicts, notWritten } = planSave(
    record,
    Object.fromEntries(changes),
    { by, isReview: false },
    context,
  );
  for (const input of inputs) sent.set(input.field.name, input);
  const stamp = patch['scored_at'] ?? before?.stamp ?? null;
  const all = new Map([...(before?.asked ?? []), ...asked].map((one) => [one.field.name, one]));
  const next: Progress = {
    ...{ record, stamp, sent, notWritten },
    landedAt: before?.landedAt ?? landedAt,
    asked: [...all.values()],
    conflicts: [...conflicts, ...changedSince],
  };
  // Where nothing more of the row may be written, the verdict still has to follow from what was.
  const isDone = before !== undefined && isEmptyPatch(patch);
  return { patch: isDone ? planVerdict(record, context).patch : patch, next };
}

/** When the last write of a row was kept: its stamp stands in the history. Null when it does not. */
function landingOf({ history }: CompanyRecord, before: Progress | undefined): number | null {
  const stamp = Date.parse(before?.stamp ?? '');
  const landing = (history['scored_at'] ?? []).find(({ value }) => Date.parse(value) === stamp);
  return landing === undefined ? null : Date.parse(landing.timestamp);
}

function sentencesOf(progress: Progress | undefined, by: string): { field: string; message: string }[] {
  if (progress === undefined) return [];
  const { record, landedAt, asked, conflicts, notWritten } = progress;
  const isNew = ({ timestamp }: HistoryEntry) => landedAt !== null && Date.parse(timestamp) >= landedAt;
  const overwrote = landedAt === null ? [] : overwritesIn(isNew, record, asked, by);
  return [
    ...notWritten,
    ...conflicts.map(({ field, written, found, change }) => ({
      field,
      message: written ? changedAfterImport(shown(found), nameOf(change)) : CHANGED_DURING_IMPORT,
    })),
    ...overwrote.map(({ field, lost, change }) => ({
      field,
      message: replacedDuringImport(shown(lost), nameOf(change)),
    })),
  ];
}

function shown(value: FieldValue): string {
  const text = encodeField(value);
  if (text === '') return 'an empty cell';
  if (typeof value === 'number') return text;
  return `"${shortened(text, 40)}"`;
}

function nameOf(change: Change | null): string {
  return change?.by ?? 'somebody outside the app';
}
