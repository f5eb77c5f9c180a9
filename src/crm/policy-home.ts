import { createHash } from 'node:crypto';
import * as z from 'zod';

import type { HomeEntry, HomeKind, PolicyHome, StoredEntry } from '../contract/policy-home.ts';
import { SHIPPED } from '../icp/shipped-profiles.ts';
import { HOME_GONE } from '../messages/policy.ts';
import { type Accounted, sendBatches } from './client/batches.ts';
import { inBulk } from './client/client.ts';
import { CrmError, isForbidden } from './client/errors.ts';
import { listedRecords } from './client/paging.ts';
import { API_VERSION, type Crm, read } from './client/request.ts';
import { HOME_FIELDS, HOME_KINDS, HOME_TYPE } from './home-object.ts';
import { type InstallationRecord, TO_BE_MADE } from './installation-record.ts';
import type { KnownInstallation } from './installation.ts';

const HOME = `/crm/objects/${API_VERSION}/${HOME_TYPE}`;
const NAMES = Object.values(HOME_FIELDS);

/** The most records that HubSpot takes in one call. */
const BATCH = 100;

const Found = z.object({ id: z.string(), properties: z.record(z.string(), z.string().nullable()) });
type Found = z.infer<typeof Found>;

/** The home of the private edition: records of a custom object. A second record of a key is refused by HubSpot. */
export function homeInCrm(crm: Crm, installation: KnownInstallation): PolicyHome {
  /** Null where the portal has no home. A home that is recorded and cannot be reached is a failure. */
  const orNone = async <Answer>(ask: () => Promise<Answer>): Promise<Answer | null> => {
    const { record } = installation.current();
    if (record !== null && !hasHome(record)) return null;
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof CrmError && isAbsent(error))) throw error;
      const known = await installation.read({ crm, profiles: SHIPPED.profiles });
      if (!hasHome(known.record)) return null;
      if (isForbidden(error)) throw error;
      throw new CrmError('unavailable', HOME_GONE, { cause: error });
    }
  };
  return {
    inBulk: (signal) => homeInCrm(inBulk(crm, signal), installation),
    read: (keys) => orNone(() => readKeys(crm, keys)),
    insert: async (entry) => (await orNone(() => insertEntry(crm, entry))) ?? 'no-home',
    put: async (entry) => (await orNone(() => putEntry(crm, entry))) ?? 'no-home',
    remove: async (keys) => {
      await orNone(() => removeKeys(crm, keys));
    },
    list: (kind) => orNone(() => listEntries(crm, kind)),
    draftsOf: async (companyId) => (await orNone(() => searchDrafts(crm, companyId))) ?? [],
  };
}

/** One that a broken-off installation may have made holds nothing yet. */
function hasHome(record: InstallationRecord | null): boolean {
  return record !== null && record.home !== null && record.home !== TO_BE_MADE;
}

/** HubSpot knows no such object, or the app may not see it. */
function isAbsent(error: CrmError): boolean {
  const { code, message } = error;
  return ['missing-scope', 'forbidden', 'not-found'].includes(code) || /infer object type/i.test(message);
}

/** Only a key of which HubSpot says that there is none is absent: of the others nothing is known. */
async function readKeys(crm: Crm, keys: readonly string[]): Promise<Map<string, StoredEntry>> {
  const { answered } = await findByKey(crm, keys);
  return new Map([...answered].map(([key, found]) => [key, entryOf(found)]));
}

async function findByKey(crm: Crm, keys: readonly string[]): Promise<Accounted<Found>> {
  const found = await sendBatches(
    crm,
    keys.map((id) => ({ id })),
    BATCH,
    {
      path: `${HOME}/batch/read`,
      rest: { idProperty: HOME_FIELDS.key, properties: NAMES, propertiesWithHistory: [] },
      repeat: 'reads',
      output: Found,
      idsOf: ({ properties }) => [properties[HOME_FIELDS.key] ?? ''],
    },
  );
  for (const error of [...found.unknown.values(), ...found.refused.values()])
    if (error.code !== 'not-found') throw error;
  return found;
}

/** A repeat whose first answer was lost finds its own entry, and has won. */
async function insertEntry(crm: Crm, entry: HomeEntry): Promise<'inserted' | 'taken'> {
  const body = { properties: propertiesOf(entry), associations: [] };
  try {
    await crm.send({ method: 'POST', path: HOME, body });
    return 'inserted';
  } catch (error) {
    if (!(error instanceof CrmError) || isAbsent(error)) throw error;
    const isMaybeThere = ['already-exists', 'invalid-request', 'unknown-outcome'].includes(error.code);
    const found = isMaybeThere ? (await readKeys(crm, [entry.key])).get(entry.key) : undefined;
    if (found === undefined) throw error;
    return checksumOf(found) === checksumOf(entry) ? 'inserted' : 'taken';
  }
}

async function putEntry(crm: Crm, entry: HomeEntry): Promise<'written'> {
  const input = { id: entry.key, idProperty: HOME_FIELDS.key, properties: propertiesOf(entry) };
  const path = `${HOME}/batch/upsert`;
  await crm.send({ method: 'POST', path, body: { inputs: [input] }, repeat: 'same' });
  return 'written';
}

async function removeKeys(crm: Crm, keys: readonly string[]): Promise<void> {
  const { answered } = await findByKey(crm, keys);
  const inputs = [...answered.values()].map(({ id }) => ({ id }));
  for (let from = 0; from < inputs.length; from += BATCH) {
    const body = { inputs: inputs.slice(from, from + BATCH) };
    await crm.send({ method: 'POST', path: `${HOME}/batch/archive`, body, repeat: 'same' });
  }
}

async function listEntries(crm: Crm, kind: HomeKind): Promise<StoredEntry[]> {
  const entries: StoredEntry[] = [];
  for await (const page of listedRecords(crm, HOME, NAMES, 'list of Partner ICP entries'))
    entries.push(...page.map(entryOf).filter((entry) => entry.kind === kind));
  return entries;
}

const Searched = z.object({ results: z.array(Found) });

async function searchDrafts(crm: Crm, companyId: string): Promise<StoredEntry[]> {
  const filters = [
    { propertyName: HOME_FIELDS.company, operator: 'EQ', value: companyId },
    { propertyName: HOME_FIELDS.kind, operator: 'EQ', value: 'scorecard-draft' },
  ];
  const body = { filterGroups: [{ filters }], properties: NAMES, sorts: [], limit: BATCH, after: '0' };
  const request = { method: 'POST', path: `${HOME}/search`, body, repeat: 'reads' } as const;
  const { results } = await read(crm, request, Searched, 'list of drafts');
  return results.map(entryOf);
}

/** What HubSpot keeps of an entry. */
function propertiesOf(entry: HomeEntry): Record<string, string> {
  const { key, kind, body, by, at, reason, companyId = '' } = entry;
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

function entryOf({ properties }: Found): StoredEntry {
  const text = (name: string) => properties[name] ?? '';
  const kind = Object.keys(HOME_KINDS).find((known) => known === text(HOME_FIELDS.kind));
  const entry: HomeEntry = {
    key: text(HOME_FIELDS.key),
    kind: (kind ?? 'scorecard-draft') as HomeKind,
    body: text(HOME_FIELDS.body),
    by: text(HOME_FIELDS.by),
    at: timeOf(text(HOME_FIELDS.at)),
    reason: text(HOME_FIELDS.reason),
    ...(text(HOME_FIELDS.company) !== '' && { companyId: text(HOME_FIELDS.company) }),
  };
  return { ...entry, isIntact: kind !== undefined && checksumOf(entry) === text(HOME_FIELDS.checksum) };
}

/** HubSpot answers a time in its own form. */
function timeOf(text: string): string {
  const at = new Date(/^\d+$/.test(text) ? Number(text) : text);
  return Number.isNaN(at.getTime()) ? text : at.toISOString();
}

/** Over everything that an entry says, so that no part of one can stand in another. */
function checksumOf({ key, kind, body, by, at, reason }: HomeEntry): string {
  return createHash('sha256')
    .update(JSON.stringify([key, kind, body, by, timeOf(at), reason]))
    .digest('hex');
}
