import { CrmError } from '../../crm/client/errors.ts';
import {
  type CompanyRecord,
  type ManyRecords,
  type Patch,
  readRecords,
  writeRecords,
} from '../../crm/company-record.ts';
import type { Context } from '../context.ts';
import { Refused } from '../refused.ts';
import { findRecord, writeOrUnknown } from './find-record.ts';
import { type Judgement, judge, readScorecard, refusalToWrite } from './judge.ts';
import { type Plan, completePatch, isEmptyPatch } from './plan-save.ts';
import { NOT_KEPT } from '../../messages/scorecard.ts';

/** Maximum writes per company; then give up. */
export const ROUNDS = 3;

/** Longest pause before reading back once more, in milliseconds. */
const JITTER_MS = 200;

/** What became of companies that were written, by id. */
export interface Repaired {
  /** Sent at least once. */
  written: Set<string>;
  /** Why nothing more could be written. */
  refused: Map<string, Refused | CrmError>;
  /** Written three times, and still not as planned. */
  unsettled: Set<string>;
}

/** How records are written and read back. */
export interface RecordAccess {
  /** @returns those that HubSpot refused. A write whose answer was lost is not among them: reading back shows what was kept */
  write: (
    updates: readonly { id: string; patch: Patch }[],
  ) => Promise<readonly { id: string; error: CrmError }[]>;
  /** By the id asked for; those that are gone are in neither. */
  read: (ids: readonly string[]) => Promise<ManyRecords>;
}

/**
 * Writes what is planned for each record, reads back, and plans anew, since somebody may have written in between. At most
 * three writes for each company.
 *
 * @param plan what a record needs as it stands, nothing when it stands as it should; it may refuse
 * @throws CrmError when the portal cannot be reached; what was written before stays
 */
export async function repairRecords(
  { sleep, random }: Pick<Context, 'sleep' | 'random'>,
  records: readonly CompanyRecord[],
  plan: (record: CompanyRecord) => Patch,
  { write, read }: RecordAccess,
): Promise<Repaired> {
  const repaired: Repaired = { written: new Set(), refused: new Map(), unsettled: new Set() };
  let current = records;
  for (let round = 1; ; round++) {
    const updates = current.flatMap((record) => updateOf(record, plan, repaired));
    if (updates.length === 0) return repaired;
    if (round > ROUNDS) {
      for (const { id } of updates) if (!repaired.refused.has(id)) repaired.unsettled.add(id);
      return repaired;
    }
    for (const { id, error } of await write(updates)) repaired.refused.set(id, error);
    const ids = updates.map(({ id }) => id).filter((id) => !repaired.refused.has(id));
    for (const id of ids) repaired.written.add(id);
    if (round > 1) await sleep(random() * JITTER_MS);
    const found = await read(ids);
    const before = current;
    current = ids.flatMap((id) => recordFound(id, found, repaired));
    if (round === ROUNDS) noteNotKept(before, current, updates, repaired);
  }
}

/**
 * Many records at a time.
 *
 * @param withHistory the fields that are read back with their history
 */
export function bulkAccess(context: Context, withHistory: readonly string[] = []): RecordAccess {
  return {
    // those of which HubSpot said nothing are read back with the others
    write: async (updates) => (await writeRecords(context, updates)).refused,
    read: (ids) => readRecords(context, ids, withHistory),
  };
}

/** The verdict that a record needs. @throws Refused when nothing may be written to it */
export function planVerdict(record: CompanyRecord, context: Context): Plan {
  const reading = readScorecard(record, context);
  const refusal = refusalToWrite(reading, context);
  if (refusal !== null) throw refusal;
  return completePatch(reading, {}, context);
}

/**
 * Judges a record that was read back after a write. Where the verdict does not follow from what is there, because somebody
 * wrote in between, it is written again.
 *
 * @returns the record as last read, judged; it may still hold another verdict when somebody keeps changing it
 * @throws Refused `company-not-found`
 */
export async function repairVerdict(context: Context, first: CompanyRecord): Promise<Judgement> {
  const planOf = (record: CompanyRecord): Plan => {
    const reading = readScorecard(record, context);
    const isWritable = refusalToWrite(reading, context) === null;
    return isWritable
      ? completePatch(reading, {}, context)
      : { patch: {}, judgement: judge(reading, context) };
  };
  let last = planOf(first);
  const plan = (record: CompanyRecord): Patch => {
    if (record !== first) last = planOf(record);
    return last.patch;
  };
  await repairRecords(context, [first], plan, singleAccess(context));
  return last.judgement;
}

/** One record at a time, with its history. */
export function singleAccess(context: Context): RecordAccess {
  return {
    write: async (updates) => {
      for (const { id, patch } of updates) await writeOrUnknown(context, id, patch);
      return [];
    },
    read: async (ids) => {
      const records = new Map<string, CompanyRecord>();
      for (const id of ids) records.set(id, await findRecord(context, id));
      return { records, unread: new Map() };
    },
  };
}

function updateOf(record: CompanyRecord, plan: (record: CompanyRecord) => Patch, { refused }: Repaired) {
  try {
    const patch = plan(record);
    return isEmptyPatch(patch) ? [] : [{ id: record.id, patch }];
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    refused.set(record.id, error);
    return [];
  }
}

/** Keeps the id by which the record was asked for: HubSpot takes it for the survivor of a merge. */
function recordFound(id: string, { records, unread }: ManyRecords, { refused }: Repaired): CompanyRecord[] {
  const record = records.get(id);
  if (record !== undefined) return [record.id === id ? record : { ...record, id }];
  refused.set(id, unread.get(id) ?? new Refused('company-not-found', 'The company was deleted meanwhile.'));
  return [];
}

/** HubSpot answered three times that it wrote, and the record holds what it held before: nobody changed it back. */
function noteNotKept(
  before: readonly CompanyRecord[],
  after: readonly CompanyRecord[],
  updates: readonly { id: string; patch: Patch }[],
  { written, refused }: Repaired,
): void {
  for (const { id, patch } of updates) {
    const [was, is] = [before, after].map((records) => records.find((record) => record.id === id)?.texts);
    if (was === undefined || is === undefined) continue;
    const isKept = Object.entries(patch).some(
      ([name, text]) => (is[name] ?? '') === text || is[name] !== was[name],
    );
    if (isKept) continue;
    written.delete(id);
    refused.set(id, new CrmError('unavailable', NOT_KEPT));
  }
}
