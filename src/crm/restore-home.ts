import * as z from 'zod';

import type { StoredEntry } from '../contract/policy-home.ts';
import { type Crm, read } from './client/request.ts';
import { HOME_NAMES, type HomeRecord, entryOf, propertiesOf } from './home-entry.ts';
import { HOME, insertEntry, listRecords, oldestOfEachKey, readKeys } from './home-records.ts';

/** What became of entries that somebody edited or deleted by other means. */
export interface Restoration {
  restored: string[];
  /** Nothing of them is left that their checksum fits. */
  lost: string[];
}

/**
 * Restores entries as they were written: edited ones from HubSpot's history of their values, deleted ones from the records
 * that HubSpot keeps for 90 days. What is intact stays as it is, and counts as neither.
 *
 * @throws CrmError
 * @throws HomeRefused
 */
export async function restoreEntries(crm: Crm, keys: readonly string[]): Promise<Restoration> {
  const there = await readKeys(crm, keys);
  const wanted = new Set(keys.filter((key) => there.get(key)?.isIntact !== true));
  const restored: string[] = [];
  const note = (key: string) => {
    wanted.delete(key);
    restored.push(key);
  };
  if (wanted.size > 0) await restoreEdited(crm, wanted, note);
  if (wanted.size > 0) await restoreDeleted(crm, wanted, note);
  return { restored, lost: [...wanted] };
}

type Note = (key: string) => void;

/** An edited key belongs to the entry that had it, so every damaged record is looked at. */
async function restoreEdited(crm: Crm, wanted: ReadonlySet<string>, note: Note): Promise<void> {
  for (const record of oldestOfEachKey(await listRecords(crm))) {
    if (entryOf(record)?.isIntact === true) continue;
    const entry = await asItWas(crm, record);
    if (entry === null || !wanted.has(entry.key)) continue;
    const properties = propertiesOf(entry);
    const changed = Object.entries(properties).filter(
      ([name, value]) => (record.properties[name] ?? '') !== value,
    );
    const body = { properties: Object.fromEntries(changed) };
    await crm.send({ method: 'PATCH', path: `${HOME}/${record.id}`, body, repeat: 'same' });
    note(entry.key);
  }
}

const Version = z.object({ value: z.string().nullish(), timestamp: z.string() });
const History = z.object({ propertiesWithHistory: z.record(z.string(), z.array(Version)) });

/** The values of one write may differ by some milliseconds. */
const ONE_WRITE_MS = 5_000;

/** @returns null where no version of the record's values fits its checksum */
async function asItWas(crm: Crm, { id, properties }: HomeRecord): Promise<StoredEntry | null> {
  const query = { propertiesWithHistory: HOME_NAMES.join(',') };
  const request = { method: 'GET', path: `${HOME}/${id}`, query } as const;
  const { propertiesWithHistory: history } = await read(crm, request, History, 'record with its history');
  const all = Object.values(history).flat();
  const until = Math.min(...all.map(({ timestamp }) => Date.parse(timestamp))) + ONE_WRITE_MS;
  // a property without a value at first has no version of that time
  const atFirst = (name: string) =>
    history[name]?.findLast(({ timestamp }) => Date.parse(timestamp) <= until)?.value ?? '';
  const first = Object.fromEntries(HOME_NAMES.map((name) => [name, atFirst(name)]));
  // HubSpot may keep no older versions of one of them
  const others = HOME_NAMES.flatMap((name) =>
    [...(history[name] ?? []), { value: '' }].map(({ value }) => ({ ...properties, [name]: value ?? '' })),
  );
  for (const candidate of [first, ...others]) {
    const entry = entryOf({ properties: candidate });
    if (entry?.isIntact === true) return entry;
  }
  return null;
}

async function restoreDeleted(crm: Crm, wanted: ReadonlySet<string>, note: Note): Promise<void> {
  for (const record of await listRecords(crm, true)) {
    const entry = entryOf(record);
    if (entry?.isIntact !== true || !wanted.has(entry.key)) continue;
    if ((await insertEntry(crm, entry)) === 'inserted') note(entry.key);
  }
}
