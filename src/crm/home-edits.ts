import * as z from 'zod';

import type { EntryEdit } from '../contract/policy-home.ts';
import { Entry } from './companies.ts';
import { type Crm, read } from './client/request.ts';
import { HOME_NAMES, type HomeRecord, entryOf } from './home-entry.ts';
import { HOME_FIELDS } from './home-object.ts';
import { HOME, listRecords } from './home-records.ts';

const History = z.object({ propertiesWithHistory: z.record(z.string(), z.array(Entry)) });

/**
 * Who edited entries by other means, from HubSpot's history. An entry whose key was edited is found under the key that it
 * had.
 *
 * @returns the newest edit per key; keys of intact entries and of deleted ones are absent
 * @throws CrmError
 * @throws HomeRefused
 */
export async function editsOfEntries(crm: Crm, keys: readonly string[]): Promise<Map<string, EntryEdit>> {
  const edits = new Map<string, EntryEdit>();
  for (const record of await listRecords(crm)) {
    if (entryOf(record)?.isIntact === true) continue;
    const { keysHad, edit } = await newestEdit(crm, record);
    const key = keys.find((wanted) => keysHad.includes(wanted));
    if (key !== undefined && edit !== null) edits.set(key, edit);
  }
  return edits;
}

async function newestEdit(
  crm: Crm,
  { id }: HomeRecord,
): Promise<{ keysHad: string[]; edit: EntryEdit | null }> {
  const query = { propertiesWithHistory: HOME_NAMES.join(',') };
  const request = { method: 'GET', path: `${HOME}/${id}`, query } as const;
  const { propertiesWithHistory: history } = await read(crm, request, History, 'record with its history');
  // the first value of a property is what was published
  const edits = HOME_NAMES.flatMap((name) => (history[name] ?? []).slice(0, -1));
  const [newest] = edits.sort((one, other) => Date.parse(other.timestamp) - Date.parse(one.timestamp));
  const keysHad = (history[HOME_FIELDS.key] ?? []).map(({ value }) => value);
  return { keysHad, edit: newest === undefined ? null : editOf(newest) };
}

function editOf({ timestamp, sourceType, sourceId, sourceLabel }: z.infer<typeof Entry>): EntryEdit {
  const [, user = null] = /^userId:(\d{1,20})$/.exec(sourceId ?? '') ?? [];
  return { at: timestamp, source: sourceLabel ?? sourceType, user };
}
