import { createHash } from 'node:crypto';

import type { HomeEntry, StoredEntry } from '../contract/policy-home.ts';
import { LONGEST_TEXT, keptEntry, kindOf, longestText, wholeText } from '../icp/kept-entry.ts';
import { entryTooLong } from '../messages/policy.ts';
import type { homeEntries } from './schema.ts';

type Row = typeof homeEntries.$inferSelect;

/** An entry is longer than the home of either edition keeps. The message says so to whoever wrote it. */
export class EntryTooLong extends Error {
  override readonly name = 'EntryTooLong';
}

/** @throws EntryTooLong */
export function checkedRow(portalId: number, entry: HomeEntry): Row {
  const kept = keptEntry(entry);
  const longest = longestText(kept);
  if (longest > LONGEST_TEXT) throw new EntryTooLong(entryTooLong(longest, LONGEST_TEXT));
  return { portalId, ...kept, companyId: kept.companyId ?? null, checksum: checksumOf(entry) };
}

/** @returns null for an entry of a kind that this version does not know */
export function entryOf({ key, body, by, at, reason, companyId, ...row }: Row): StoredEntry | null {
  const kind = kindOf(key, row.kind);
  if (kind === null) return null;
  const entry: HomeEntry = { key, kind, body, by, at, reason, ...(companyId !== null && { companyId }) };
  return { ...entry, isIntact: kind === row.kind && row.checksum === checksumOf(entry) };
}

/** Over everything that an entry says, so that no part of one can stand in another. */
function checksumOf(entry: HomeEntry): string {
  return createHash('sha256').update(wholeText(entry)).digest('hex');
}
