import { createHash } from 'node:crypto';
import * as z from 'zod';

import type { HomeEntry, StoredEntry } from '../contract/policy-home.ts';
import { LONGEST_TEXT, keptEntry, kindOf, longestText, timeOf, wholeText } from '../icp/kept-entry.ts';
import { entryTooLong } from '../messages/policy.ts';
import { CrmError } from './client/errors.ts';
import { HOME_FIELDS } from './home-object.ts';

/** The properties of an entry. */
export const HOME_NAMES: readonly string[] = Object.values(HOME_FIELDS);

/** A record of the home as HubSpot answers it. */
export const HomeRecord = z.object({
  id: z.string(),
  properties: z.record(z.string(), z.string().nullable()),
});
export type HomeRecord = z.infer<typeof HomeRecord>;

/** What HubSpot keeps of an entry. @throws CrmError `invalid-request` for one that is too long for it */
export function propertiesOf(entry: HomeEntry): Record<string, string> {
  const kept = keptEntry(entry);
  const { key, kind, body, by, at, reason, companyId = '' } = kept;
  const longest = longestText(kept);
  if (longest > LONGEST_TEXT) throw new CrmError('invalid-request', entryTooLong(longest, LONGEST_TEXT));
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

/** Over everything that an entry says, so that no part of one can stand in another. */
export function checksumOf(entry: HomeEntry): string {
  return createHash('sha256').update(wholeText(entry)).digest('hex');
}
