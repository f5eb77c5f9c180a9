import * as z from 'zod';

import type { HomeEntry, StoredEntry } from '../contract/policy-home.ts';
import { HOME_ABSENT_AFTER_WRITE } from '../messages/policy.ts';
import { batches, sendBatches } from './client/batches.ts';
import { CrmError } from './client/errors.ts';
import { listedRecords } from './client/paging.ts';
import { API_VERSION, type Crm, read } from './client/request.ts';
import { HOME_NAMES, HomeRecord, checksumOf, entryOf, propertiesOf } from './home-entry.ts';
import { HOME_FIELDS, HOME_TYPE } from './home-object.ts';

export const HOME = `/crm/objects/${API_VERSION}/${HOME_TYPE}`;

/** The most records that HubSpot takes in one call. */
const BATCH = 100;

/** HubSpot refused a call as a whole: it knows no such object, or the app may not use it. `cause` says why. */
export class HomeRefused extends Error {
  override readonly name = 'HomeRefused';
  override readonly cause: CrmError;
  constructor(cause: CrmError) {
    super(cause.message);
    this.cause = cause;
  }
}

const REFUSALS = ['missing-scope', 'forbidden', 'not-found', 'invalid-request', 'property-missing'];

/** Marks a refusal of a whole call, so that it is not taken for the refusal of one key. */
function refusingAsWhole(crm: Crm): Crm {
  return {
    send: async (request) => {
      try {
        return await crm.send(request);
      } catch (error) {
        if (error instanceof CrmError && REFUSALS.includes(error.code)) throw new HomeRefused(error);
        throw error;
      }
    },
  };
}

/**
 * Reads records by key. Only a key of which HubSpot says that there is none is absent: of the others nothing is known.
 *
 * @throws CrmError
 * @throws HomeRefused
 */
export async function findByKey(crm: Crm, keys: readonly string[]): Promise<Map<string, HomeRecord>> {
  const inputs = keys.map((id) => ({ id }));
  const { answered, unknown, refused } = await sendBatches(refusingAsWhole(crm), inputs, BATCH, {
    path: `${HOME}/batch/read`,
    rest: { idProperty: HOME_FIELDS.key, properties: HOME_NAMES, propertiesWithHistory: [] },
    repeat: 'reads',
    output: HomeRecord,
    idsOf: ({ properties }) => [properties[HOME_FIELDS.key] ?? ''],
  });
  for (const error of [...unknown.values(), ...refused.values()]) if (error.code !== 'not-found') throw error;
  return answered;
}

/** Reads entries by key. Those of a kind that this version does not know are left out. @throws as `findByKey` */
export async function readKeys(crm: Crm, keys: readonly string[]): Promise<Map<string, StoredEntry>> {
  const found = await findByKey(crm, keys);
  return new Map(
    [...found].flatMap(([key, record]) => {
      const entry = entryOf(record);
      return entry === null ? [] : [[key, entry]];
    }),
  );
}

/** @throws HomeRefused where the object cannot be listed */
export async function listRecords(crm: Crm, isArchived = false): Promise<HomeRecord[]> {
  const records: HomeRecord[] = [];
  const access = refusingAsWhole(crm);
  const what = 'list of Partner ICP entries';
  for await (const page of listedRecords(access, HOME, HOME_NAMES, what, isArchived)) records.push(...page);
  return records;
}

/** What a record was called when it is not the only one of its key: the oldest counts, as in a read by key. */
export function oldestOfEachKey(records: readonly HomeRecord[]): HomeRecord[] {
  const oldest = new Map<string, HomeRecord>();
  for (const record of records) {
    const key = record.properties[HOME_FIELDS.key] ?? '';
    const other = oldest.get(key);
    if (other === undefined || Number(record.id) < Number(other.id)) oldest.set(key, record);
  }
  return [...oldest.values()];
}

const Created = z.object({ id: z.string() });
const ATTEMPTS = 3;

/**
 * Adds an entry unless its key is taken, and reads it back: whatever HubSpot does with two creates of a key at the same
 * time, the one that a read by key answers has won, and the other is deleted. A create whose answer was lost is looked for
 * before it is sent again.
 *
 * @throws CrmError
 * @throws HomeRefused
 */
export async function insertEntry(crm: Crm, entry: HomeEntry): Promise<'inserted' | 'taken'> {
  const body = { properties: propertiesOf(entry), associations: [] };
  for (let attempt = 1; ; attempt++) {
    const outcome = await createRecord(crm, body);
    const [found] = (await findByKey(crm, [entry.key])).values();
    if (found !== undefined) {
      const isOurs = outcome.id === found.id || isSame(found, entry);
      await deleteOthers(crm, entry, found, outcome);
      return isOurs ? 'inserted' : 'taken';
    }
    if (outcome.error === null) throw new CrmError('unknown-outcome', HOME_ABSENT_AFTER_WRITE);
    if (outcome.error.code !== 'unknown-outcome' || attempt >= ATTEMPTS) throw outcome.error;
  }
}

/** A record that was made, or why it is not known to be. */
type Outcome = { id: string; error: null } | { id: null; error: CrmError };

async function createRecord(crm: Crm, body: object): Promise<Outcome> {
  try {
    const { id } = await read(crm, { method: 'POST', path: HOME, body }, Created, 'record');
    return { id, error: null };
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    if (['already-exists', 'invalid-request', 'unknown-outcome', 'unavailable'].includes(error.code))
      return { id: null, error };
    if (REFUSALS.includes(error.code)) throw new HomeRefused(error);
    throw error;
  }
}

function isSame({ properties }: HomeRecord, entry: HomeEntry): boolean {
  return properties[HOME_FIELDS.checksum] === checksumOf(entry);
}

/** Deletes what was made under a key that another record holds. One that stays is never read: the oldest counts. */
async function deleteOthers(crm: Crm, entry: HomeEntry, found: HomeRecord, outcome: Outcome): Promise<void> {
  if (outcome.id === found.id) return;
  const isLost = outcome.error?.code === 'unknown-outcome' && !isSame(found, entry);
  try {
    const lost = isLost ? (await listRecords(crm)).filter((record) => isSame(record, entry)) : [];
    const ids = [...lost.map(({ id }) => id), ...(outcome.id === null ? [] : [outcome.id])];
    await archiveRecords(crm, ids);
  } catch (error) {
    if (!(error instanceof CrmError) && !(error instanceof HomeRefused)) throw error;
  }
}

/** Deletes records. @throws CrmError */
export async function archiveRecords(crm: Crm, ids: readonly string[]): Promise<void> {
  for (const some of batches(ids, BATCH)) {
    const body = { inputs: some.map((id) => ({ id })) };
    await crm.send({ method: 'POST', path: `${HOME}/batch/archive`, body, repeat: 'same' });
  }
}

const Upserted = HomeRecord.extend({ new: z.boolean().nullish() });

/**
 * Writes an entry over whatever stands under its key. Two first writes at the same time leave one record, with what either
 * of them wrote.
 *
 * @throws CrmError
 * @throws HomeRefused
 */
export async function putEntry(crm: Crm, entry: HomeEntry): Promise<void> {
  const made = await upsert(crm, entry);
  if (made.new !== true) return;
  const [found] = (await findByKey(crm, [entry.key])).values();
  if (found === undefined || found.id === made.id) return;
  await archiveRecords(crm, [made.id]);
  await upsert(crm, entry);
}

async function upsert(crm: Crm, entry: HomeEntry): Promise<z.infer<typeof Upserted>> {
  const { key } = entry;
  const input = { id: key, idProperty: HOME_FIELDS.key, properties: propertiesOf(entry) };
  const { answered, unknown, refused } = await sendBatches(refusingAsWhole(crm), [input], BATCH, {
    path: `${HOME}/batch/upsert`,
    repeat: 'same',
    output: Upserted,
    // of one input there is one result, whichever properties it names
    idsOf: () => [key],
  });
  const written = answered.get(key);
  if (written !== undefined) return written;
  throw unknown.get(key) ?? refused.get(key) ?? new CrmError('unknown-outcome', HOME_ABSENT_AFTER_WRITE);
}

/** Deletes drafts by key. Those that are gone already are no failure. @throws as `findByKey` */
export async function removeKeys(crm: Crm, keys: readonly string[]): Promise<void> {
  const found = await findByKey(crm, keys);
  await archiveRecords(
    crm,
    [...found.values()].map(({ id }) => id),
  );
}
