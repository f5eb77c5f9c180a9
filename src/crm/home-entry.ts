import { createHash } from 'node:crypto';
import * as z from 'zod';

import type { HomeEntry, HomeKind, StoredEntry } from '../contract/policy-home.ts';
import { CrmError } from './client/errors.ts';
import { HOME_FIELDS, HOME_KINDS } from './home-object.ts';
import { entryTooLong } from '../messages/policy.ts';

/** The properties of an entry. */
export const HOME_NAMES: readonly string[] = Object.values(HOME_FIELDS);

/** The most characters of a text property. */
const LONGEST = 65_536;

/** A record of the home as HubSpot answers it. */
export const HomeRecord = z.object({
  id: z.string(),
  properties: z.record(z.string(), z.string().nullable()),
});
export type HomeRecord = z.infer<typeof HomeRecord>;

/** What HubSpot keeps of an entry. @throws CrmError `invalid-request` for one that is too long for it */
export function propertiesOf(entry: HomeEntry): Record<string, string> {
  const { key, kind, body, by, at, reason, companyId = '' } = normalized(entry);
  const longest = Math.max(body.length, reason.length, by.length);
  if (longest > LONGEST) throw new CrmError('invalid-request', entryTooLong(longest, LONGEST));
  return {
    [HOME_FIELDS.key]: key,
    [HOME_FIELDS.kind]: kind,
    [HOME_FIELDS.body]: body,
    [HOME_FIELDS.checksum]: checksumOf(entry),
    [HOME_FIELDS.by]: by,
    [HOME_FIELDS.at]: at,
    [HOME_FIELDS.reason]: reason,
    [HOME_FIELDS.company]: companyId,
  };
}

/** @returns null for an entry of a kind that this version does not know */
export function entryOf({ properties }: Pick<HomeRecord, 'properties'>): StoredEntry | null {
  const text = (name: string) => properties[name] ?? '';
  const key = text(HOME_FIELDS.key);
  const kind = kindOf(key, text(HOME_FIELDS.kind));
  if (kind === null) return null;
  const companyId = text(HOME_FIELDS.company);
  const entry: HomeEntry = {
    ...{ key, kind, body: text(HOME_FIELDS.body), by: text(HOME_FIELDS.by) },
    ...{ at: timeOf(text(HOME_FIELDS.at)), reason: text(HOME_FIELDS.reason) },
    ...(companyId !== '' && { companyId }),
  };
  const isIntact = kind === text(HOME_FIELDS.kind) && checksumOf(entry) === text(HOME_FIELDS.checksum);
  return { ...entry, isIntact };
}

/** The key says the kind, so that an entry whose kind was edited is damaged rather than gone. */
function kindOf(key: string, stored: string): HomeKind | null {
  if (/^policy@\d+$/.test(key)) return 'policy';
  if (/^[a-z-]+@\d+$/.test(key)) return 'profile';
  return Object.keys(HOME_KINDS).find((known): known is HomeKind => known === stored) ?? null;
}

/** Whether an entry of the key belongs to the log, and is never edited or deleted. */
export function isOfLog(key: string): boolean {
  return ['policy', 'profile'].includes(kindOf(key, '') ?? '');
}

/** Over everything that an entry says, so that no part of one can stand in another. */
export function checksumOf(entry: HomeEntry): string {
  const { key, kind, body, by, at, reason, companyId = '' } = normalized(entry);
  const parts = [key, kind, body, by, at, reason, companyId];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** As it is after HubSpot stored it, whatever it does to a time and to white space around a text. */
function normalized(entry: HomeEntry): HomeEntry {
  const { by, at, reason } = entry;
  return { ...entry, by: by.trim(), at: timeOf(at), reason: reason.replace(/\r\n?/g, '\n').trim() };
}

/** HubSpot answers a time in its own form. */
function timeOf(text: string): string {
  const at = new Date(/^\d+$/.test(text) ? Number(text) : text);
  return Number.isNaN(at.getTime()) ? text : at.toISOString();
}
