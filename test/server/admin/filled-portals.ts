import type { Database } from '../../../src/store/database.ts';
import {
  callCounts,
  homeEntries,
  installs,
  portalLimits,
  propertyInstalls,
} from '../../../src/store/schema.ts';
import { changedRecords, contestedCompanies, portalJobs } from '../../../src/store/work-tables.ts';
import { APP } from '../server-in-test.ts';
import { SCOPES } from './fleet-in-test.ts';

interface PortalGiven {
  domain: string;
  scopes?: string;
  lastError?: { code: string; hoursAgo: number };
  calls?: { calls: number; failed: number; limited?: number };
  dailyLeft?: number;
  properties?: { state: string; minutesAgo: number };
  uninstalled?: true;
  /** Changes that wait, and for how long the first has. */
  changes?: { count: number; minutes: number };
  contested?: number;
  jobs?: readonly { partnerType: string; state: string; looked: number; total?: number; edited?: number }[];
}

/** One portal for each thing that can ask for attention, and some that ask for none. */
export const PORTALS: readonly PortalGiven[] = [
  { domain: 'gone.example', uninstalled: true },
  { domain: 'well.example', calls: { calls: 8_000, failed: 80 }, properties: { state: 'done', minutesAgo: 900 } },
  {
    ...{ domain: 'new.example', changes: { count: 12, minutes: 3 }, contested: 2 },
    jobs: [
      { partnerType: '', state: 'done', looked: 130, edited: 4 },
      { partnerType: 'technology', state: 'running', looked: 400, total: 1_240 },
      { partnerType: 'reseller', state: 'paused', looked: 20, total: 40 },
      { partnerType: 'referral', state: 'failed', looked: 0 },
    ],
  },
  { domain: 'old-error.example', lastError: { code: 'unavailable', hoursAgo: 30 } },
  { domain: 'spent.example', dailyLeft: 12 },
  { domain: 'stuck.example', properties: { state: 'running', minutesAgo: 11 } },
  { domain: 'scopes.example', scopes: 'oauth crm.objects.companies.read' },
  { domain: 'slow.example', calls: { calls: 2_000, failed: 101, limited: 44 } },
  { domain: 'broken.example', lastError: { code: 'bug', hoursAgo: 1 } },
  { domain: 'failed.example', properties: { state: 'failed', minutesAgo: 3 }, dailyLeft: 249_000 },
]; // prettier-ignore

const DAY_MS = 86_400_000;

/** Puts portals into the tables as operations of a server would have. */
export async function fillPortals(database: Database, portals: readonly PortalGiven[]): Promise<void> {
  const now = Date.now();
  const keyOf = (at: number) => ({ appId: APP.appId, portalId: 1_000 + at });
  const each = <Row>(row: (portal: PortalGiven, at: number) => Row | null) =>
    portals.map(row).filter((made): made is Row & object => made !== null);
  await database.insert(installs).values(
    each(({ domain, scopes = SCOPES.join(' '), lastError, uninstalled }, at) => ({
      ...{ ...keyOf(at), domain, scopes, installerId: 7, installerEmail: 'ada@example.com' },
      installedAt: new Date(now - 40 * DAY_MS),
      uninstalledAt: uninstalled === true ? new Date(now - DAY_MS) : null,
      expiresAt: uninstalled === true ? null : new Date(now + 900_000),
      lastError: lastError?.code ?? null,
      lastErrorAt: lastError === undefined ? null : new Date(now - lastError.hoursAgo * 3_600_000),
    })),
  );
  const counts = each(({ calls }, at) => {
    if (calls === undefined) return null;
    const day = new Date(now).toISOString().slice(0, 10);
    return { ...keyOf(at), day, limited: 0, ...calls };
  });
  // beyond 30 days: these must not count
  const old = new Date(now - 31 * DAY_MS).toISOString().slice(0, 10);
  if (counts.length > 0)
    await database.insert(callCounts).values([...counts, ...counts.map((row) => ({ ...row, day: old, failed: row.calls }))]); // prettier-ignore
  const limits = each(({ dailyLeft }, at) => {
    if (dailyLeft === undefined) return null;
    return { ...keyOf(at), max: 110, intervalMs: 10_000, dailyLeft, learnedAt: new Date(now) };
  });
  if (limits.length > 0) await database.insert(portalLimits).values(limits);
  const properties = each(({ properties: given }, at) => {
    if (given === undefined) return null;
    const { state, minutesAgo } = given;
    const run = { step: 3, steps: 11, sentence: 'HubSpot refused a property.', browser: 'b' };
    return { ...keyOf(at), state, ...run, changedAt: new Date(now - minutesAgo * 60_000) };
  });
  if (properties.length > 0) await database.insert(propertyInstalls).values(properties);
  const homes = each(({ uninstalled }, at) => {
    if (uninstalled !== true) return null;
    const entry = { key: 'policy@1', kind: 'policy', body: '{}', checksum: '', by: '', at: '', reason: '' };
    return { portalId: keyOf(at).portalId, ...entry };
  });
  if (homes.length > 0) await database.insert(homeEntries).values(homes);
  await fillWork(database, portals, now);
}

async function fillWork(database: Database, portals: readonly PortalGiven[], now: number): Promise<void> {
  const keyOf = (at: number) => ({ appId: APP.appId, portalId: 1_000 + at });
  const numbers = (count: number) => Array.from({ length: count }, (_none, at) => at + 1);
  const changes = portals.flatMap(({ changes: given = { count: 0, minutes: 0 } }, at) =>
    numbers(given.count).map((recordId) => ({
      ...{ ...keyOf(at), objectType: 'companies', recordId },
      // the first one waits longest
      changedAt: new Date(now - (given.minutes * 60_000) / recordId - 1_000),
    })),
  );
  if (changes.length > 0) await database.insert(changedRecords).values(changes);
  const contested = portals.flatMap(({ contested: count = 0 }, at) =>
    numbers(count).map((companyId) => ({
      ...keyOf(at),
      companyId,
      since: new Date(now),
      notedAt: new Date(now),
    })),
  );
  if (contested.length > 0) await database.insert(contestedCompanies).values(contested);
  const jobs = portals.flatMap(({ jobs: given = [] }, at) =>
    given.map(({ partnerType, edited = 0, ...job }) => ({
      ...{ ...keyOf(at), partnerType, run: 'one', ...job },
      kind: partnerType === '' ? 'nightly' : 'rejudge',
      sums: partnerType === '' ? { companies: job.looked, 'edited-verdict': edited } : {},
      email: 'ada@example.com',
      ...{ startedAt: new Date(now - 7_200_000), changedAt: new Date(now - 3_700_000) },
    })),
  );
  if (jobs.length > 0) await database.insert(portalJobs).values(jobs);
}
