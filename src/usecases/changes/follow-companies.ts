import { CrmError } from '../../crm/client/errors.ts';
import { type CompanyRecord, readRecords } from '../../crm/company-record.ts';
import { dealsOfCompanies } from '../../crm/deal-associations.ts';
import type { Context } from '../context.ts';
import { readScorecard, refusalToWrite } from '../scorecard/judge.ts';
import { completePatch, isEmptyPatch } from '../scorecard/plan-save.ts';
import { type OtherHand, repairInBulk } from '../scorecard/repair-in-bulk.ts';
import { type FollowedDeals, followDeals } from './follow-deals.ts';

/** What became of companies that changed in HubSpot. */
export interface FollowedCompanies {
  /** How many were written. */
  repaired: number;
  /** Those that are as follows from them, whoever wrote it, by the id asked for and their own; and those that are gone. */
  inOrder: ReadonlySet<string>;
  /** Repaired three times within the hour, and still not as it follows, with what changes them. */
  keepsChanging: ReadonlyMap<string, OtherHand | null>;
  /** Left as somebody overwrote them, since the settings ask. */
  edited: ReadonlySet<string>;
  /** What HubSpot did not answer, by the id asked for: to be looked at again. */
  unread: ReadonlySet<string>;
  deals: FollowedDeals;
}

/**
 * Judges companies again that changed in HubSpot, and writes what does not follow, on them and on their deals. Two calls
 * for a hundred that are in order and have no deals. A company that is gone needs nothing; one that may not be written is left
 * to the doctor, which says why.
 *
 * @param context for work in bulk, under the portal's policy
 * @param nowMs by HubSpot's clock
 * @throws CrmError when the portal cannot be reached; what was written before stays
 */
export async function followCompanies(
  context: Context,
  ids: readonly string[],
  nowMs: number,
): Promise<FollowedCompanies> {
  const { records, unread } = await readRecords(context, ids);
  // after a merge two ids may be of one record
  const found = [...new Map([...records.values()].map((record) => [record.id, record])).values()];
  const due = found.filter((record) => isDue(record, context));
  const { repaired, keepsChanging, edited, refused } =
    due.length > 0 ? await repairInBulk(context, due, nowMs) : NOTHING_DUE;
  const failed = [...refused].filter(([, error]) => isPassing(error)).map(([id]) => id);
  const idsAsked = (id: string) =>
    [...records].flatMap(([asked, record]) => (record.id === id ? [asked] : []));
  const own = found.map(({ id }) => id);
  const isInOrder = (id: string | undefined) =>
    id === undefined || !(refused.has(id) || keepsChanging.has(id) || edited.has(id));
  const inOrder = ids.filter((asked) => !unread.has(asked) && isInOrder(records.get(asked)?.id));
  return {
    repaired: repaired.size,
    inOrder: new Set(inOrder.flatMap((asked) => [asked, records.get(asked)?.id ?? asked])),
    keepsChanging,
    edited: new Set(edited.keys()),
    unread: new Set([...unread.keys(), ...failed.flatMap(idsAsked)]),
    // also of those without a scorecard: it may have been emptied, and deals show it still
    deals: await followDeals(context, await dealsOfCompanies(context.crm, own)),
  };
}

const NOTHING_DUE = {
  repaired: new Set(),
  keepsChanging: new Map(),
  edited: new Map(),
  refused: new Map(),
} as Pick<Awaited<ReturnType<typeof repairInBulk>>, 'repaired' | 'keepsChanging' | 'edited' | 'refused'>;

function isDue(record: CompanyRecord, context: Context): boolean {
  const reading = readScorecard(record, context);
  if (refusalToWrite(reading, context) !== null) return false;
  return !isEmptyPatch(completePatch(reading, {}, context).patch);
}

/** Whether the same write may succeed later, without anybody doing anything. */
function isPassing(error: Error): boolean {
  return error instanceof CrmError && ['unavailable', 'unknown-outcome', 'rate-limited'].includes(error.code);
}
