import type { Profile } from '../icp/profile.ts';
import { readAccount } from './account.ts';
import { CrmError, isForbidden } from './client/errors.ts';
import type { Crm } from './client/request.ts';
import { foreignAmong, wantedProperties } from './foreign-properties.ts';
import { MARK_PROPERTY, parseMark } from './installation-mark.ts';
import { type InstallationRecord, RECORD_PROPERTY, recordAmong } from './installation-record.ts';
import { type PeopleNames, readOwnerNames } from './owners.ts';
import { PARTNER_PIPELINE, listPipelines } from './pipelines.ts';
import { type ExistingProperty, type ObjectType, readProperties } from './property-definitions.ts';
import { fieldOf } from './property-names.ts';
import { type SeenCompanies, keepSeen } from './seen-companies.ts';

/** What has to be known of the portal before records are read or written. */
export interface Installation {
  /** Null where the portal has none that can be read; the rest is then what stands there by name. */
  record: InstallationRecord | null;
  /** The portal's time zone; null when nothing says it. */
  zone: string | null;
  /** The portal's currency, ISO 4217; null when nothing says it. */
  currency: string | null;
  /** Names of fields whose property is another's. */
  foreign: Readonly<Record<ObjectType, ReadonlySet<string>>>;
  /** The id of the pipeline in which partners are worked on; null for none. */
  pipeline: string | null;
}

const NOTHING: Installation = {
  ...{ record: null, zone: null, currency: null, pipeline: null },
  foreign: { companies: new Set(), deals: new Set() },
};

interface PortalAccess {
  crm: Crm;
  profiles: readonly Profile[];
}

/** The installation of one portal, kept for some minutes. */
export interface KnownInstallation {
  /** As last read; nothing before the first `read`. */
  current: () => Installation;
  /** Reads it, unless that was done within `KEPT_MS`. Calls at the same time share one reading. @throws CrmError */
  read: (portal: PortalAccess) => Promise<Installation>;
  /** Takes over what was just written, or found out. */
  learn: (installation: Installation) => void;
  /**
   * The names of the portal's owners, kept as long. Never fails: without the scope, or where HubSpot does not answer, the
   * last known ones, else none.
   */
  names: (crm: Crm) => Promise<PeopleNames>;
  /**
   * A property of the portal's own, kept as long; null where it has none of that name, which is not kept.
   *
   * @param isFresh asks HubSpot in any case
   * @throws CrmError
   */
  property: (
    crm: Crm,
    objectType: ObjectType,
    name: string,
    isFresh?: boolean,
  ) => Promise<ExistingProperty | null>;
  /** Companies that a load has just read. */
  seen: SeenCompanies;
}

/** A warm app function lives for minutes: by then an admin may have installed anew. */
export const KEPT_MS = 5 * 60_000;

/** @param now milliseconds; only differences count */
export function keepInstallation(now: () => number): KnownInstallation {
  let known: { installation: Installation; at: number } | null = null;
  let reading: Promise<Installation> | null = null;
  const learn = (installation: Installation) => {
    known = { installation, at: now() };
  };
  return {
    learn,
    names: keepNames(now),
    property: keepProperties(now),
    seen: keepSeen(now),
    current: () => known?.installation ?? NOTHING,
    read: async (portal) => {
      if (known !== null && now() - known.at < KEPT_MS) return known.installation;
      reading ??= readInstallation(portal).finally(() => {
        reading = null;
      });
      try {
        learn(await reading);
      } catch (error) {
        // what was true some minutes ago is nearly always true now
        if (known === null) throw error;
      }
      return known?.installation ?? NOTHING;
    },
  };
}

function keepProperties(now: () => number): KnownInstallation['property'] {
  const known = new Map<string, { property: ExistingProperty; at: number }>();
  const reading = new Map<string, Promise<ExistingProperty | null>>();
  const read = async (crm: Crm, objectType: ObjectType, name: string) => {
    const key = `${objectType} ${name}`;
    const [property = null] = await readProperties(crm, objectType, [name]);
    if (property === null) known.delete(key);
    else known.set(key, { property, at: now() });
    return property;
  };
  return (crm, objectType, name, isFresh = false) => {
    const key = `${objectType} ${name}`;
    const kept = known.get(key);
    if (kept !== undefined && !isFresh && now() - kept.at < KEPT_MS) return Promise.resolve(kept.property);
    const asked = reading.get(key) ?? read(crm, objectType, name).finally(() => reading.delete(key));
    reading.set(key, asked);
    return asked;
  };
}

function keepNames(now: () => number): KnownInstallation['names'] {
  let known: PeopleNames = new Map();
  let until = -Infinity;
  let reading: Promise<PeopleNames> | null = null;
  return async (crm) => {
    if (now() < until) return known;
    reading ??= readOwnerNames(crm)
      .catch((error: unknown) => {
        if (!(error instanceof CrmError)) throw error;
        return known;
      })
      .finally(() => {
        reading = null;
      });
    known = await reading;
    until = now() + KEPT_MS;
    return known;
  };
}

/**
 * Two calls at once, for the record and for the definitions of our names: something else may stand under one of them since
 * the record was written. A portal without a record is read by name, which takes two calls more.
 */
async function readInstallation(portal: PortalAccess): Promise<Installation> {
  const { crm, profiles } = portal;
  const namesOf = (objectType: ObjectType) => wantedProperties(objectType, profiles).map(({ name }) => name);
  const [companies, deals] = await Promise.all([
    readProperties(crm, 'companies', [RECORD_PROPERTY, ...namesOf('companies')]),
    orNone(readProperties(crm, 'deals', [...new Set([MARK_PROPERTY, ...namesOf('deals')])])),
  ]);
  const record = recordAmong(companies);
  if (record === null) return readByName(portal, { companies, deals });
  const foreignOf = (objectType: ObjectType, found: readonly ExistingProperty[]) => {
    const named = new Set(found.map(({ name }) => name));
    // HubSpot may leave some out of an answer, or show none: then what was recorded counts
    const recorded = record.foreign[objectType].filter((name) => !named.has(name));
    return [...foreignAmong(objectType, found, record, profiles), ...recorded];
  };
  const foreign = { companies: foreignOf('companies', companies), deals: foreignOf('deals', deals) };
  return installationOf({ ...record, foreign });
}

export function installationOf(record: InstallationRecord): Installation {
  const { zone, currency, pipeline, foreign } = record;
  return {
    ...{ record, zone, currency, pipeline },
    foreign: fieldsOfForeign(foreign),
  };
}

/** Names of properties as names of fields. */
export function fieldsOfForeign({
  companies,
  deals,
}: InstallationRecord['foreign']): Installation['foreign'] {
  return { companies: fieldsOf(companies), deals: fieldsOf(deals) };
}

function fieldsOf(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap((name) => fieldOf(name) ?? []));
}

async function readByName(
  { crm, profiles }: PortalAccess,
  { companies, deals }: Readonly<Record<ObjectType, readonly ExistingProperty[]>>,
): Promise<Installation> {
  const [account, pipelines] = await Promise.all([readAccount(crm), orNone(listPipelines(crm))]);
  const mark = parseMark(deals.find(({ name }) => name === MARK_PROPERTY)?.description ?? '');
  const own = pipelines.find(({ label }) => label === PARTNER_PIPELINE);
  const chosen = pipelines.find(({ id }) => id === mark?.pipeline);
  return {
    record: null,
    zone: account?.zone ?? null,
    currency: account?.currency ?? null,
    pipeline: (own ?? chosen)?.id ?? null,
    foreign: fieldsOfForeign({
      companies: foreignAmong('companies', companies, null, profiles),
      deals: foreignAmong('deals', deals, null, profiles),
    }),
  };
}

/** A token that may not see deals has no partner pipeline either. */
async function orNone<Item>(reading: Promise<Item[]>): Promise<Item[]> {
  try {
    return await reading;
  } catch (error) {
    if (isForbidden(error)) return [];
    throw error;
  }
}
