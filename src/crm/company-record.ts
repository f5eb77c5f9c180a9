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
import { companyProperties } from './properties.ts';
import { byField, byProperty, fieldOf, propertyOf } from './property-names.ts';
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

/**
 * Reads one record with its history, in one call. The answer's id counts: an old id of a merged company answers the
 * surviving record.
 *
 * @throws CrmError `not-found` when no company has this id, or it is archived
 */
export async function readRecord(
  crm: Crm,
  companyId: string,
  profiles: readonly Profile[],
): Promise<CompanyRecord> {
  return recordOf(await readCompany(crm, companyId, namesFor(profiles)));
}

/**
 * Reads many records, without deals, by id. Those that are gone are absent.
 *
 * @param withHistory the fields that are read with their history
 * @throws CrmError
 */
export async function readRecords(
  crm: Crm,
  companyIds: readonly string[],
  profiles: readonly Profile[],
  withHistory: readonly string[] = [],
): Promise<Map<string, CompanyRecord>> {
  const read = await readCompanies(crm, companyIds, namesFor(profiles), withHistory.map(propertyOf));
  return new Map([...read].map(([id, company]) => [id, recordOf({ id, ...company, deals: [] })]));
}

/** Reads the given fields of many companies, by id. Those that are gone are absent. @throws CrmError */
export async function readFields(
  crm: Crm,
  companyIds: readonly string[],
  fields: readonly string[],
): Promise<Map<string, Texts>> {
  const read = await readCompanies(crm, companyIds, fields.map(propertyOf));
  return new Map([...read].map(([id, { properties }]) => [id, byField(properties)]));
}

/** Some of the companies that have a scorecard or a verdict. */
export interface ScoredPage {
  records: CompanyRecord[];
  /** How many there are on all pages, as the search counted them at the start. */
  total: number;
}

/** Fields of which a company with a scorecard has at least one. A search takes five at most. */
const SIGNS = ['profile_version', 'partner_type', 'lane', 'total', 'scored_by'].map(propertyOf);

/**
 * Reads every company that has a scorecard or a verdict, by ascending id, some hundred at a time.
 *
 * @param present names of the company properties that the portal has: HubSpot refuses a search by another one
 * @throws CrmError
 */
export async function* scoredRecords(
  crm: Crm,
  present: ReadonlySet<string>,
  profiles: readonly Profile[],
): AsyncGenerator<ScoredPage> {
  const signs = SIGNS.filter((name) => present.has(name));
  for await (const { ids, total } of companiesWithAny(crm, signs)) {
    const read = await readRecords(crm, ids, profiles);
    yield { records: ids.flatMap((id) => read.get(id) ?? []), total };
  }
}

/**
 * Writes the given fields and leaves the others alone.
 *
 * @throws CrmError `unknown-outcome` when the answer was lost: read back before anything else
 */
export async function writeRecord(crm: Crm, companyId: string, patch: Patch): Promise<void> {
  await writeCompany(crm, companyId, byProperty(patch));
}

/**
 * Writes fields of many companies. The values are absolute, so a repeat leaves the same.
 *
 * @returns the ids that were written, and those that HubSpot refused with the reason
 */
export async function writeRecords(
  crm: Crm,
  updates: readonly { id: string; patch: Patch }[],
): Promise<{ written: string[]; refused: { id: string; error: CrmError }[] }> {
  return writeCompanies(
    crm,
    updates.map(({ id, patch }) => ({ id, properties: byProperty(patch) })),
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

function recordOf({ id, properties, history, deals }: Company): CompanyRecord {
  return {
    id,
    name: properties['name'] ?? '',
    domain: properties['domain'] ?? '',
    texts: byField(properties),
    history: byField(history),
    deals,
  };
}
