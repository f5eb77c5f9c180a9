import { createHash } from 'node:crypto';

import type { HomeEntry, HomeKind, StoredEntry } from '../contract/policy-home.ts';
import { entryTooLong } from '../messages/policy.ts';
import type { homeEntries } from './schema.ts';

type Row = typeof homeEntries.$inferSelect;

/** An entry is longer than the home of either edition keeps. The message says so to whoever wrote it. */
export class EntryTooLong extends Error {
  override readonly name = 'EntryTooLong';
}

/** As in the other edition, so that a portal can move there with its whole log. */
const LONGEST = 65_536;

const KINDS: readonly HomeKind[] = ['policy', 'profile', 'profile-draft', 'scorecard-draft'];

/** @throws EntryTooLong */
export function checkedRow(portalId: number, entry: HomeEntry): Row {
  const { companyId = null, ...rest } = normalized(entry);
  const longest = Math.max(rest.body.length, rest.reason.length, rest.by.length);
  if (longest > LONGEST) throw new EntryTooLong(entryTooLong(longest, LONGEST));
  return { portalId, ...rest, companyId, checksum: checksumOf(entry) };
}

/** @returns null for an entry of a kind that this version does not know */
export function entryOf({ key, body, by, at, reason, companyId, ...row }: Row): StoredEntry | null {
  const kind = kindOf(key, row.kind);
  if (kind === null) return null;
  const entry: HomeEntry = { key, kind, body, by, at, reason, ...(companyId !== null && { companyId }) };
  return { ...entry, isIntact: kind === row.kind && row.checksum === checksumOf(entry) };
}

/** Whether an entry of the key belongs to the log, and is never edited or deleted. */
export function isOfLog(key: string): boolean {
  return ['policy', 'profile'].includes(kindOf(key, '') ?? '');
}

/** The key says the kind, so that an entry whose kind was edited is damaged rather than gone. */
function kindOf(key: string, stored: string): HomeKind | null {
  if (/^policy@\d+$/.test(key)) return 'policy';
  if (/^[a-z-]+@\d+$/.test(key)) return 'profile';
  return KINDS.find((known) => known === stored) ?? null;
}

/** Over everything that an entry says, so that no part of one can stand in another. */
function checksumOf(entry: HomeEntry): string {
  const { key, kind, body, by, at, reason, companyId = '' } = normalized(entry);
  const parts = [key, kind, body, by, at, reason, companyId];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** As both editions keep it: PostgreSQL keeps no NUL and no half of a surrogate pair, HubSpot no white space around a text. */
function normalized({ companyId, ...entry }: HomeEntry): HomeEntry {
  const { body, by, at, reason } = entry;
  const time = new Date(at);
  return {
    ...entry,
    body: storable(body),
    by: storable(by).trim(),
    at: Number.isNaN(time.getTime()) ? at : time.toISOString(),
    reason: storable(reason).replace(/\r\n?/g, '\n').trim(),
    ...(companyId !== undefined && companyId !== '' && { companyId }),
  };
}

function storable(text: string): string {
  const pairs = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
  return text.replaceAll('\0', '\ufffd').replace(pairs, '\ufffd');
}
