import type { Profile } from '../icp/profile.ts';
import {
  type Company,
  type HistoryEntry,
  readCompanies,
  readCompany,
  writeCompanies,
  writeCompany,
} from './companies.ts';
import type { CrmError } from './client/errors.ts';
import type { Crm } from './client/request.ts';
import type { KnownInstallation } from './installation.ts';
import { companyProperties } from './properties.ts';
import { byField, byProperty, fieldOf, propertyOf, without } from './property-names.ts';
import { companiesWithAny } from './search-companies.ts';

/**
 * What HubSpot keeps in our fields, by field name: null is unset, and a field whose property does not exist in the portal
 * is absent. A text means what its field's kind says (scorecard-codec.ts, verdict-fields.ts).
 */
export type Texts = Readonly<Record<string, string | null>>;

/** What to write, by field name. An empty text clears. */
export type Patch = Readonly<Record<string, string>>;

/** The record of a company, without HubSpot's names of properties. */
export interface CompanyRecord {
  id: string;
  /** Empty where the company has none. */
  name: string;
  /** Its website's domain name; empty where it has none. */
  domain: string;
  texts: Texts;
  /** By field name, newest first. In bulk only of the fields asked for. */
  history: Readonly<Record<string, readonly HistoryEntry[]>>;
  /** Ids of the deals whose primary company it is. Empty when it was read in bulk. */
  deals: readonly string[];
}

/** HubSpot's own properties that a record shows. */
const OWN = ['name', 'domain'];

const NAMES = new WeakMap<readonly Profile[], readonly string[]>();

/** The names of every field that any of the profiles needs, in the order of the properties. */
export function fieldNames(profiles: readonly Profile[]): readonly string[] {
  const known = NAMES.get(profiles);
  if (known !== undefined) return known;
  const names = companyProperties(profiles).flatMap(({ name }) => fieldOf(name) ?? []);
  NAMES.set(profiles, names);
  return names;
}

/** A portal, and what is known of it. What is another's under our names is never read, nor written. */
export interface Records {
  crm: Crm;
  profiles: readonly Profile[];
  installation: KnownInstallation;
}

/**
 * Reads one record with its history, in one call. The answer's id counts: an old id of a merged company answers the
 * surviving record. A field whose property is another's is absent, as a deleted one.
 *
 * @throws CrmError `not-found` when no company has this id, or it is archived
 */
export async function readRecord(portal: Records, companyId: string): Promise<CompanyRecord> {
  const [company, { foreign }] = await Promise.all([
    readCompany(portal.crm, companyId, namesFor(portal.profiles)),
    portal.installation.read(portal),
  ]);
  return recordOf(company, foreign.companies);
}

/**
 * Reads many records, without deals, by id. Those that are gone are absent.
 *
 * @param withHistory the fields that are read with their history
 * @throws CrmError
 */
export async function readRecords(
  portal: Records,
  companyIds: readonly string[],
  withHistory: readonly string[] = [],
): Promise<Map<string, CompanyRecord>> {
  const { crm, profiles } = portal;
  const [read, { foreign }] = await Promise.all([
    readCompanies(crm, companyIds, namesFor(profiles), withHistory.map(propertyOf)),
    portal.installation.read(portal),
  ]);
  return new Map(
    [...read].map(([id, company]) => [id, recordOf({ id, ...company, deals: [] }, foreign.companies)]),
  );
}

/** Reads the given fields of many companies, by id. Those that are gone are absent. @throws CrmError */
export async function readFields(
  portal: Records,
  companyIds: readonly string[],
  fields: readonly string[],
): Promise<Map<string, Texts>> {
  const [read, { foreign }] = await Promise.all([
    readCompanies(portal.crm, companyIds, fields.map(propertyOf)),
    portal.installation.read(portal),
  ]);
  return new Map(
    [...read].map(([id, { properties }]) => [id, without(byField(properties), foreign.companies)]),
  );
}

/** Some of the companies that have a scorecard or a verdict. */
export interface ScoredPage {
  records: CompanyRecord[];
  /** How many there are on all pages, as the search counted them at the start. */
  total: number;
}

/** Fields of which a company with a scorecard has at least one. A search takes five at most. */
const SIGNS = ['profile_version', 'partner_type', 'lane', 'total', 'scored_by'];

/**
 * Reads every company that has a scorecard or a verdict, by ascending id, some hundred at a time.
 *
 * @param present names of the company properties that the portal has: HubSpot refuses a search by another one
 * @throws CrmError
 */
export async function* scoredRecords(
  portal: Records,
  present: ReadonlySet<string>,
): AsyncGenerator<ScoredPage> {
  const { foreign } = await portal.installation.read(portal);
  const signs = SIGNS.filter((name) => !foreign.companies.has(name)).map(propertyOf);
  for await (const { ids, total } of companiesWithAny(
    portal.crm,
    signs.filter((name) => present.has(name)),
  )) {
    const read = await readRecords(portal, ids);
    yield { records: ids.flatMap((id) => read.get(id) ?? []), total };
  }
}

/**
 * Writes the given fields and leaves the others alone.
 *
 * @throws CrmError `unknown-outcome` when the answer was lost: read back before anything else
 */
export async function writeRecord(portal: Records, companyId: string, patch: Patch): Promise<void> {
  const { foreign } = await portal.installation.read(portal);
  const properties = byProperty(without(patch, foreign.companies));
  if (Object.keys(properties).length > 0) await writeCompany(portal.crm, companyId, properties);
}

/**
 * Writes fields of many companies. The values are absolute, so a repeat leaves the same.
 *
 * @returns the ids that were written, and those that HubSpot refused with the reason
 */
export async function writeRecords(
  portal: Records,
  updates: readonly { id: string; patch: Patch }[],
): Promise<{ written: string[]; refused: { id: string; error: CrmError }[] }> {
  const { foreign } = await portal.installation.read(portal);
  const asProperties = updates.map(({ id, patch }) => ({
    id,
    properties: byProperty(without(patch, foreign.companies)),
  }));
  return writeCompanies(
    portal.crm,
    asProperties.filter(({ properties }) => Object.keys(properties).length > 0),
  );
}

/** The record as it would stand with the patch written. */
export function withPatch(record: CompanyRecord, patch: Patch): CompanyRecord {
  return { ...record, texts: { ...record.texts, ...patch } };
}

/** The stored text of a field; null where it is unset or its property does not exist. */
export function textOf(texts: Texts, field: string): string | null {
  const text = texts[field] ?? '';
  return text === '' ? null : text;
}

function namesFor(profiles: readonly Profile[]): string[] {
  return [...OWN, ...fieldNames(profiles).map(propertyOf)];
}

function recordOf({ id, properties, history, deals }: Company, foreign: ReadonlySet<string>): CompanyRecord {
  return {
    id,
    name: properties['name'] ?? '',
    domain: properties['domain'] ?? '',
    texts: without(byField(properties), foreign),
    history: without(byField(history), foreign),
    deals,
  };
}
