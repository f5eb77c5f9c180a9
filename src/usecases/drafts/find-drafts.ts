import type { OthersDraft } from '../../contract/drafts.ts';
import type { StoredEntry } from '../../contract/policy-home.ts';
import { type Context, today } from '../context.ts';
import { readScorecard } from '../scorecard/judge.ts';
import { findUnderPolicy } from '../scorecard/load.ts';
import { knownFields } from '../scorecard/ready-types.ts';
import { draftKeys, storedDrafts } from './draft-entry.ts';
import { openParts, whenInWords } from './open-edits.ts';

/**
 * Finds who else has unsaved edits on the company: who and since when, not what. One call, a search that may lag; two more
 * where it finds somebody.
 *
 * @throws Refused `company-not-found`
 * @throws CrmError
 */
export async function findDrafts(
  outside: Context,
  { companyId, user }: { companyId: string; user: string },
): Promise<{ drafts: OthersDraft[] }> {
  const own = draftKeys(companyId, user).draft;
  const found = (await outside.home.draftsOf(companyId)).filter(({ key }) => key !== own);
  if (found.length === 0) return { drafts: [] };
  const users = found.map(({ key }) => key.slice(companyId.length + 1));
  const keys = users.map((other) => draftKeys(companyId, other));
  const { context, record, names, entries } = await findUnderPolicy(
    outside,
    companyId,
    keys.slice(0, MOST).map(({ voided }) => voided),
  );
  if (!context.settings.keepsDrafts) return { drafts: [] };
  const all = new Map<string, StoredEntry>([
    ...entries,
    ...found.map((entry) => [entry.key, entry] as const),
  ]);
  const { scorecard } = readScorecard(record, context);
  const against = { record, scorecard, fields: knownFields(context), asOf: today(context) };
  const drafts = keys.flatMap((key) => {
    const stored = storedDrafts(all, key, context.now().getTime());
    const [oldest] = openParts(stored, against);
    if (oldest === undefined) return [];
    const by = names.get(stored.by.toLowerCase()) ?? stored.by;
    return [{ by, when: whenInWords(oldest, against) }];
  });
  return { drafts };
}

/** Keys beside those of the policy log: a call of HubSpot's takes a hundred. */
const MOST = 10;
