import type { Profile } from '../icp/profile.ts';
import { type Company, type HistoryEntry, readCompany, writeCompany } from './companies.ts';
import type { CrmError } from './client/errors.ts';
import type { Crm } from './client/request.ts';
import type { Installation, KnownInstallation } from './installation.ts';
import { type CompanyInBatch, type ManyCompanies, readCompanies } from './many-companies.ts';
import { companyProperties } from './properties.ts';
import { byField, fieldOf, ownUpdate, propertyOf, without } from './property-names.ts';
import { type Updated, updateRecords } from './update-records.ts';

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
  /** There are more deals than these. */
  hasMoreDeals: boolean;
  /** The portal's time zone; null where nothing says which. */
  zone: string | null;
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
  const [company, installation] = await Promise.all([
    readCompany(portal.crm, companyId, namesFor(portal.profiles)),
    portal.installation.read(portal),
  ]);
  return recordOf(company, installation);
}

/** Records by the id that was asked for. After a merge the record has another id of its own. One in neither is gone. */
export interface ManyRecords {
  records: Map<string, CompanyRecord>;
  /** Those that HubSpot said nothing about, or failed with: they may be there. */
  unread: Map<string, CrmError>;
}

/**
 * Reads many records, without deals.
 *
 * @param withHistory the fields that are read with their history
 * @throws CrmError when HubSpot refuses the reading as such
 */
export async function readRecords(
  portal: Records,
  companyIds: readonly string[],
  withHistory: readonly string[] = [],
): Promise<ManyRecords> {
  const { crm, profiles } = portal;
  const [read, installation] = await Promise.all([
    readCompanies(crm, companyIds, namesFor(profiles), withHistory.map(propertyOf)),
    portal.installation.read(portal),
  ]);
  const records = mapped(read, (company) =>
    recordOf({ ...company, deals: [], hasMoreDeals: false }, installation),
  );
  return { records, unread: read.unread };
}

/**
 * Reads the given fields of many companies, by the id that was asked for.
 *
 * @throws CrmError when HubSpot refuses the reading as such
 */
export async function readFields(
  portal: Records,
  companyIds: readonly string[],
  fields: readonly string[],
): Promise<{ texts: Map<string, Texts>; unread: Map<string, CrmError> }> {
  const [read, { foreign }] = await Promise.all([
    readCompanies(portal.crm, companyIds, fields.map(propertyOf)),
    portal.installation.read(portal),
  ]);
  const texts = mapped(read, ({ properties }) => without(byField(properties), foreign.companies));
  return { texts, unread: read.unread };
}

function mapped<Out>({ found }: ManyCompanies, change: (company: CompanyInBatch) => Out): Map<string, Out> {
  return new Map([...found].map(([id, company]) => [id, change(company)]));
}

/**
 * Writes the given fields and leaves the others alone.
 *
 * @throws CrmError `unknown-outcome` when the answer was lost: read back before anything else
 */
export async function writeRecord(portal: Records, companyId: string, patch: Patch): Promise<void> {
  const { foreign } = await portal.installation.read(portal);
  const { properties } = ownUpdate({ id: companyId, patch }, foreign.companies);
  if (Object.keys(properties).length > 0) await writeCompany(portal.crm, companyId, properties);
}

/** Writes fields of many companies. The values are absolute, so a repeat leaves the same. @throws CrmError */
export async function writeRecords(
  portal: Records,
  updates: readonly { id: string; patch: Patch }[],
): Promise<Updated> {
  const { foreign } = await portal.installation.read(portal);
  const own = updates.map((update) => ownUpdate(update, foreign.companies));
  return updateRecords(portal.crm, 'companies', own);
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

function recordOf(
  { id, properties, history, deals, hasMoreDeals }: Company,
  { foreign, zone }: Installation,
): CompanyRecord {
  return {
    id,
    name: properties['name'] ?? '',
    domain: properties['domain'] ?? '',
    texts: without(byField(properties), foreign.companies),
    history: without(byField(history), foreign.companies),
    ...{ deals, hasMoreDeals, zone },
  };
}
