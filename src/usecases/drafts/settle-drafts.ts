import { CrmError } from '../../crm/client/errors.ts';
import type { DraftPart, DraftsOfSave } from '../../contract/drafts.ts';
import type { StoredEntry } from '../../contract/policy-home.ts';
import { type Context, today } from '../context.ts';
import type { Judgement } from '../scorecard/judge.ts';
import { knownFields } from '../scorecard/ready-types.ts';
import { draftEntry, draftKeys, isMarked, joined, marksOf, storedDrafts, voidEntry } from './draft-entry.ts';
import { openParts } from './open-edits.ts';

/** An act that was done, and the drafts that it leaves behind. */
export interface Settling {
  companyId: string;
  by: string;
  drafts: DraftsOfSave | undefined;
  /** The drafts as they were read before it. */
  entries: ReadonlyMap<string, StoredEntry>;
  /** Of the record afterwards. */
  judgement: Judgement;
}

/**
 * Deletes what a save has written from its author's drafts, and keeps what it held back. Other runs of the card keep what
 * they have, but for the saved fields.
 *
 * The save itself is done: where HubSpot refuses this, what was saved is no draft all the same, by the history.
 */
export async function settleDrafts(context: Context, settling: Settling): Promise<void> {
  const { drafts, judgement, by, companyId } = settling;
  if (drafts === undefined) return;
  const { keys, stored, own } = readDrafts(context, settling, drafts);
  const against = { ...judgement, fields: knownFields(context), asOf: today(context) };
  const open = openParts(stored, against);
  const others = open.filter((part) => !isMarked(part, own));
  const left = leftOf(
    open.filter((part) => isMarked(part, own)),
    drafts.edited,
  );
  const now = context.now();
  const { session, sequence, took } = drafts;
  const parts = left === null ? others : [...others, { ...left, session, sequence, took }];
  await quietly(async () => {
    if (stored.parts.length > 0)
      if (parts.length === 0) await context.home.remove([keys.draft]);
      else await context.home.put(draftEntry(keys.draft, parts, { companyId, by, now }));
    if (own.length > 0)
      await context.home.put(voidEntry(keys.voided, joined(stored.voided, own), { by, now }));
  });
}

/** Deletes all drafts of whoever emptied the scorecard. */
export async function dropDrafts(context: Context, settling: Omit<Settling, 'judgement'>): Promise<void> {
  const { drafts, by } = settling;
  if (drafts === undefined) return;
  const { keys, stored, own } = readDrafts(context, settling, drafts);
  const marks = joined(stored.voided, [...own, ...marksOf(stored.parts)]);
  await quietly(async () => {
    if (marks.length > stored.voided.length || own.length > 0)
      await context.home.put(voidEntry(keys.voided, marks, { by, now: context.now() }));
    if (stored.parts.length > 0) await context.home.remove([keys.draft]);
  });
}

/** The keys that have to be read before an act. */
export function draftKeysOf(companyId: string, drafts: DraftsOfSave | undefined): string[] {
  return drafts === undefined ? [] : Object.values(draftKeys(companyId, drafts.user));
}

/** The drafts before the act, and those of them that the acting run of the card wrote or took over. */
function readDrafts(
  context: Context,
  { companyId, entries }: Omit<Settling, 'judgement'>,
  drafts: DraftsOfSave,
) {
  const keys = draftKeys(companyId, drafts.user);
  const written = drafts.sequence - 1;
  const own = [...drafts.took, ...(written > 0 ? [{ session: drafts.session, sequence: written }] : [])];
  return { keys, stored: storedDrafts(entries, keys, context.now().getTime()), own };
}

/** What is still unsaved of these parts and was not taken back before the save; null when nothing is. */
function leftOf(parts: readonly DraftPart[], edited: readonly string[]): DraftPart | null {
  const newest = parts.at(-1);
  if (newest === undefined) return null;
  const edits = Object.assign({}, ...parts.map((part) => part.edits)) as DraftPart['edits'];
  const left = Object.entries(edits).filter(([name]) => edited.includes(name));
  return left.length === 0 ? null : { ...newest, edits: Object.fromEntries(left) };
}

async function quietly(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    // the act was done and has to be told
    if (!(error instanceof CrmError)) throw error;
  }
}
