import * as z from 'zod';

import type { DraftMark, DraftPart, ScorecardDraftBody, VoidDraftsBody } from '../../contract/drafts.ts';
import type { HomeEntry, StoredEntry } from '../../contract/policy-home.ts';
import type { FieldValue } from '../../icp/fields.ts';
import { PARTNER_TYPES } from '../../icp/partner-types.ts';
import { jsonOf } from '../policy/parse-policy.ts';

/** Milliseconds that a draft is kept. */
export const KEPT_MS = 7 * 24 * 60 * 60_000;

/** Of one person on one company: runs of the card whose edits are kept, and runs that are known to be void. */
const MOST_PARTS = 5;
const MOST_MARKS = 40;

/** A run of the card, and a user, as they name themselves. */
export const Token = z.string().regex(/^[\w-]{1,40}$/, 'give at most 40 letters, digits, - and _');
export const Sequence = z.int().min(1).max(1_000_000);
const Mark = z.strictObject({ session: Token, sequence: Sequence });
export const Marks: z.ZodType<readonly DraftMark[]> = z.array(Mark).max(MOST_MARKS);
const Value: z.ZodType<FieldValue> = z.union([z.string(), z.number(), z.array(z.string()), z.null()]);

/** A name under which Zod silently drops a key is no field. */
export const DraftEdits = z.record(
  z.string().max(100),
  z.strictObject({ seen: Value, value: Value, since: z.string().max(40).nullable() }),
);
export const Type = z.enum(PARTNER_TYPES.map(({ key }) => key));

const Body: z.ZodType<ScorecardDraftBody> = z.strictObject({
  parts: z.array(
    z.strictObject({ ...Mark.shape, edits: DraftEdits, type: Type, at: z.string(), took: Marks }),
  ),
});
const VoidBody: z.ZodType<VoidDraftsBody> = z.strictObject({ marks: Marks });

/** What the home holds of one person's drafts of one company. */
export interface StoredDrafts {
  parts: readonly DraftPart[];
  /** Saved or discarded. */
  voided: readonly DraftMark[];
  /** Who wrote them; empty without any. */
  by: string;
}

/** The key of a draft, and of what stands beside it. */
export function draftKeys(companyId: string, user: string): { draft: string; voided: string } {
  const draft = `${companyId}:${user}`;
  return { draft, voided: `${draft}:void` };
}

/**
 * Reads drafts from entries of the home. An entry that is damaged or no draft holds none.
 *
 * @param now milliseconds; older ones than seven days are left out
 */
export function storedDrafts(
  entries: ReadonlyMap<string, StoredEntry>,
  keys: ReturnType<typeof draftKeys>,
  now: number,
): StoredDrafts {
  const draft = entries.get(keys.draft);
  const voided = entries.get(keys.voided);
  const parts = draft === undefined ? [] : (Body.safeParse(jsonOf(draft)).data?.parts ?? []);
  const marks = voided === undefined ? [] : (VoidBody.safeParse(jsonOf(voided)).data?.marks ?? []);
  return {
    parts: parts.filter(({ at }) => now - Date.parse(at) <= KEPT_MS),
    voided: marks,
    by: draft?.by ?? '',
  };
}

/** Whether a write is one of those that the marks name. */
export function isMarked({ session, sequence }: DraftMark, marks: readonly DraftMark[]): boolean {
  return marks.some((mark) => mark.session === session && sequence <= mark.sequence);
}

/** The parts that count: neither saved, discarded nor taken over by a later run. */
export function standingParts({ parts, voided }: Pick<StoredDrafts, 'parts' | 'voided'>): DraftPart[] {
  const gone = [...voided, ...parts.flatMap(({ took }) => took)];
  return parts.filter((part) => !isMarked(part, gone));
}

/** What parts were written as, with what they had taken over. */
export function marksOf(parts: readonly DraftPart[]): DraftMark[] {
  return joined(
    [],
    parts.flatMap(({ session, sequence, took }) => [{ session, sequence }, ...took]),
  );
}

/** Each run once, with its highest number, the newest last; the oldest beyond the bound are left out. */
export function joined(before: readonly DraftMark[], added: readonly DraftMark[]): DraftMark[] {
  const highest = new Map<string, number>();
  for (const { session, sequence } of [...before, ...added]) {
    const most = Math.max(sequence, highest.get(session) ?? 0);
    highest.delete(session);
    highest.set(session, most);
  }
  return [...highest].slice(-MOST_MARKS).map(([session, sequence]) => ({ session, sequence }));
}

interface Signed {
  companyId: string;
  by: string;
  now: Date;
}

/** The entry of a draft. A search by company finds it. */
export function draftEntry(
  key: string,
  parts: readonly DraftPart[],
  { companyId, by, now }: Signed,
): HomeEntry {
  const body: ScorecardDraftBody = { parts: parts.slice(-MOST_PARTS) };
  return { ...entry(key, body, by, now), companyId };
}

/** The entry beside it. No search by company finds it. */
export function voidEntry(
  key: string,
  marks: readonly DraftMark[],
  { by, now }: Omit<Signed, 'companyId'>,
): HomeEntry {
  const body: VoidDraftsBody = { marks };
  return entry(key, body, by, now);
}

function entry(key: string, body: object, by: string, now: Date): HomeEntry {
  return { key, kind: 'scorecard-draft', body: JSON.stringify(body), by, at: now.toISOString(), reason: '' };
}
