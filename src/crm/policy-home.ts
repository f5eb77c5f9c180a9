import * as z from 'zod';

import type { EntryEdit, PolicyHome, StoredEntry } from '../contract/policy-home.ts';
import { type EntryKind, isOfLog } from '../icp/kept-entry.ts';
import { SHIPPED } from '../icp/shipped-profiles.ts';
import { HOME_GONE } from '../messages/policy.ts';
import { inBulk } from './client/client.ts';
import { CrmError } from './client/errors.ts';
import { type Crm, read } from './client/request.ts';
import { HOME_NAMES, HomeRecord, entryOf } from './home-entry.ts';
import { editsOfEntries } from './home-edits.ts';
import { HOME_FIELDS } from './home-object.ts';
import {
  HOME,
  HomeRefused,
  insertEntry,
  listRecords,
  oldestOfEachKey,
  putEntry,
  readKeys,
  removeKeys,
} from './home-records.ts';
import { type InstallationRecord, TO_BE_MADE } from './installation-record.ts';
import type { KnownInstallation } from './installation.ts';
import { restoreEntries } from './restore-home.ts';

/**
 * The home of the private edition: records of a custom object. Whether the portal has one, the record of the installation
 * says: an object of the name that another made is neither read nor written.
 */
export function homeInCrm(crm: Crm, installation: KnownInstallation): PolicyHome {
  const isThere = async () => hasHome((await installation.read({ crm, profiles: SHIPPED.profiles })).record);
  /** Null where the portal has no home. A record that has to be read is read beside it. */
  const reading = async <Answer>(ask: () => Promise<Answer>): Promise<Answer | null> => {
    const { record } = installation.current();
    if (record !== null && !hasHome(record)) return (await isThere()) ? reached(ask) : null;
    const [isOurs, asked] = await Promise.all([isThere(), settled(reached(ask))]);
    if (!isOurs) return null;
    if (asked.isDone) return asked.answer;
    throw asked.error;
  };
  const writing = async <Answer>(act: () => Promise<Answer>): Promise<Answer | null> =>
    (await isThere()) ? reached(act) : null;
  return {
    inBulk: (signal) => homeInCrm(inBulk(crm, signal), installation),
    read: (keys) => reading(() => readKeys(crm, keys)),
    insert: async (entry) => (await writing(() => insertEntry(crm, entry))) ?? 'no-home',
    put: async (entry) => {
      draftsOnly([entry.key]);
      const put = async () => {
        await putEntry(crm, entry);
        return 'written' as const;
      };
      return (await writing(put)) ?? 'no-home';
    },
    remove: async (keys) => {
      draftsOnly(keys);
      if (keys.length > 0) await writing(() => removeKeys(crm, keys));
    },
    list: (kind) => reading(() => listEntries(crm, kind)),
    draftsOf: async (companyId) => (await reading(() => searchDrafts(crm, companyId))) ?? [],
    restore: async (keys) =>
      (await writing(() => restoreEntries(crm, keys))) ?? { restored: [], lost: [...keys] },
    editsOf: async (keys) => (await reading(() => editsOfEntries(crm, keys))) ?? new Map<string, EntryEdit>(),
  };
}

/** One that a broken-off installation may have made holds nothing yet. */
function hasHome(record: InstallationRecord | null): boolean {
  return record !== null && record.home !== null && record.home !== TO_BE_MADE;
}

/** A home that is recorded and cannot be reached is a failure: it is not empty. @throws CrmError */
async function reached<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof HomeRefused)) throw error;
    const { cause } = error;
    if (['missing-scope', 'forbidden', 'property-missing'].includes(cause.code)) throw cause;
    throw new CrmError('unavailable', HOME_GONE, { cause });
  }
}

type Settled<Answer> = { isDone: true; answer: Answer } | { isDone: false; error: unknown };

function settled<Answer>(work: Promise<Answer>): Promise<Settled<Answer>> {
  return work.then(
    (answer) => ({ isDone: true, answer }),
    (error: unknown) => ({ isDone: false, error }),
  );
}

/** Entries of the log are never edited or deleted. */
function draftsOnly(keys: readonly string[]): void {
  const key = keys.find(isOfLog);
  if (key !== undefined) throw new TypeError(`${key} is no draft`);
}

async function listEntries(crm: Crm, kind: EntryKind): Promise<StoredEntry[]> {
  return entriesAmong(await listRecords(crm)).filter((entry) => entry.kind === kind);
}

function entriesAmong(records: readonly HomeRecord[]): StoredEntry[] {
  return oldestOfEachKey(records).flatMap((record) => entryOf(record) ?? []);
}

const Searched = z.object({ results: z.array(HomeRecord) });

/** HubSpot's largest page of a search: nobody has that many drafts of one company. */
const MOST = 200;

async function searchDrafts(crm: Crm, companyId: string): Promise<StoredEntry[]> {
  const kind: EntryKind = 'scorecard-draft';
  const filters = [
    { propertyName: HOME_FIELDS.company, operator: 'EQ', value: companyId },
    { propertyName: HOME_FIELDS.kind, operator: 'EQ', value: kind },
  ];
  const body = { filterGroups: [{ filters }], properties: HOME_NAMES, sorts: [], limit: MOST, after: '0' };
  const request = { method: 'POST', path: `${HOME}/search`, body, repeat: 'reads' } as const;
  const { results } = await read(crm, request, Searched, 'list of drafts');
  return entriesAmong(results);
}
