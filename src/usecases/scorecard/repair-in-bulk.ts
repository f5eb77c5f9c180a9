import { authorOf } from '../../crm/authorship.ts';
import type { CrmError } from '../../crm/client/errors.ts';
import { type CompanyRecord, readRecords } from '../../crm/company-record.ts';
import { propertyOf } from '../../crm/property-names.ts';
import { NO_VERDICT } from '../../crm/verdict-fields.ts';
import type { Context } from '../context.ts';
import type { Refused } from '../refused.ts';
import { fieldsOfDrift, isEdited } from './drift-reasons.ts';
import { judge, readScorecard } from './judge.ts';
import { isEmptyPatch } from './plan-save.ts';
import { ROUNDS, bulkAccess, planVerdict, repairRecords } from './repair.ts';

const HOUR_MS = 60 * 60_000;

/** What of a verdict something else wrote last. */
export interface OtherHand {
  property: string;
  /** An app by its name, else HubSpot's word for the source. */
  source: string;
}

/** What became of companies whose verdict did not follow, by id. */
export interface RepairedInBulk {
  /** Written, and in order now. */
  repaired: Set<string>;
  /** In order when they were read again: somebody else was first. */
  inOrder: Set<string>;
  /** Why nothing was written, or what is there is not known. */
  refused: Map<string, Refused | CrmError>;
  /** Repaired three times within the hour, and still not as it follows. With what changes it, where history shows it. */
  keepsChanging: Map<string, OtherHand | null>;
  /** Left to a person, as the settings ask: somebody overwrote the verdict. With what did. */
  edited: Map<string, OtherHand | null>;
}

/**
 * Writes the verdicts of records that seem to differ. They are read again with their histories first: these say why a lane
 * changes, which lane was before, whether somebody overwrote the verdict, and how often this app has repaired the company
 * within the hour. Three repairs are all.
 *
 * @param records at most some hundred; whatever they say, what is read again counts
 * @param nowMs by HubSpot's clock
 * @throws CrmError when the portal cannot be reached; what was written before stays
 */
export async function repairInBulk(
  context: Context,
  records: readonly CompanyRecord[],
  nowMs: number,
): Promise<RepairedInBulk> {
  const fields = [...new Set(records.flatMap((record) => fieldsOfDrift(readScorecard(record, context))))];
  const ids = records.map(({ id }) => id);
  const { records: found, unread } = await readRecords(context, ids, fields);
  const keepsChanging = new Map<string, OtherHand | null>();
  const edited = new Map<string, OtherHand | null>();
  const last = new Map<string, CompanyRecord>();
  const plan = (record: CompanyRecord) => {
    last.set(record.id, record);
    const { patch } = planVerdict(record, context);
    if (isLeftToPerson(record, context)) {
      edited.set(record.id, otherHandIn(record));
      return {};
    }
    if (isEmptyPatch(patch) || repairsSince(nowMs - HOUR_MS, record) < ROUNDS) return patch;
    keepsChanging.set(record.id, otherHandIn(record));
    return {};
  };
  const current = ids.flatMap((id) => found.get(id) ?? []);
  const { written, refused, unsettled } = await repairRecords(
    context,
    current,
    plan,
    bulkAccess(context, fields),
  );
  for (const id of unsettled) keepsChanging.set(id, otherHandIn(last.get(id)));
  for (const [id, error] of unread) refused.set(id, error);
  const isLeft = (id: string) => refused.has(id) || keepsChanging.has(id) || edited.has(id);
  const settled = current.map(({ id }) => id).filter((id) => !isLeft(id));
  return {
    repaired: new Set(settled.filter((id) => written.has(id))),
    inOrder: new Set(settled.filter((id) => !written.has(id))),
    ...{ refused, keepsChanging, edited },
  };
}

function isLeftToPerson(record: CompanyRecord, context: Context): boolean {
  if (context.settings.editedVerdicts === 'repair') return false;
  return isEdited(judge(readScorecard(record, context), context));
}

/** What a repair may write alone. */
const REPAIRED_FIELDS = [...Object.keys(NO_VERDICT), 'previous_lane'];

/**
 * How often this app wrote the verdict without a save. One write has one time in all histories, and a save or a clearing
 * stamps itself at that time too.
 */
function repairsSince(sinceMs: number, record: CompanyRecord): number {
  const ours = (fields: readonly string[]) =>
    fields
      .flatMap((field) => record.history[field] ?? [])
      .filter((entry) => authorOf(entry, record).source === 'our app')
      .map(({ timestamp }) => Date.parse(timestamp));
  const saves = new Set(ours(['scored_at']));
  return new Set(ours(REPAIRED_FIELDS).filter((at) => at >= sinceMs && !saves.has(at))).size;
}

/** The newest change of the verdict that is not of this app. */
function otherHandIn(record: CompanyRecord | undefined): OtherHand | null {
  if (record === undefined) return null;
  const changes = REPAIRED_FIELDS.flatMap((field) =>
    (record.history[field] ?? []).map((entry) => ({ field, ...authorOf(entry, record) })),
  );
  const others = changes.filter(({ source }) => source !== 'our app');
  others.sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
  const [newest] = others;
  return newest === undefined ? null : { property: propertyOf(newest.field), source: newest.source };
}
