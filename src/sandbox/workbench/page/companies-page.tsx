import { useCallback } from 'react';
import { EmptyState, ErrorState, LoadingSpinner } from '../components/feedback.tsx';
import { StatusTag } from '../components/tags.tsx';
import { Glyph } from '../components/icon.tsx';
import { PageLink, replaceQuery, useAddress } from './address.tsx';
import { listCompanies, listProperties } from './crm.ts';
import type { Company, Property } from './crm-objects.ts';
import { useRemote } from './remote-state.ts';
import { useSignedIn } from './session.tsx';
import { valueText } from './value-text.ts';

const COLUMNS = ['name', 'domain', 'ipp_lane', 'ipp_total', 'ipp_clearance'];

const LANE_VARIANT: Record<string, 'success' | 'info' | 'default' | 'warning'> = {
  deep: 'success',
  fast: 'info',
  pass: 'default',
  undecided: 'warning',
};

const matches = (company: Company, query: string) =>
  (company.properties['name'] ?? '').toLowerCase().includes(query.trim().toLowerCase());

const byName = (one: Company, other: Company) =>
  (one.properties['name'] ?? '').localeCompare(other.properties['name'] ?? '');

function SearchBox({ query }: { query: string }) {
  return (
    <label className="page-search ui-search">
      <span className="ui-hidden">Search companies by name</span>
      <Glyph name="search" />
      <input
        className="ui-input"
        type="search"
        placeholder="Search by name"
        value={query}
        onChange={(event) => replaceQuery('q', event.target.value)}
      />
    </label>
  );
}

interface Listed {
  companies: Company[];
  /** By name; a column whose property is not there yet is shown empty. */
  properties: ReadonlyMap<string, Property>;
}

async function loadList(ownerId: string): Promise<Listed> {
  const [companies, properties] = await Promise.all([
    listCompanies(ownerId, COLUMNS),
    listProperties(ownerId),
  ]);
  return { companies, properties: new Map(properties.map((property) => [property.name, property])) };
}

function Row({ company, properties }: { company: Company; properties: Listed['properties'] }) {
  const value = (name: string) => company.properties[name] ?? '';
  const text = (name: string) => {
    const property = properties.get(name);
    return property ? valueText(property, value(name)) : value(name);
  };
  const lane = value('ipp_lane');
  return (
    <tr>
      <th scope="row">
        <PageLink href={`/companies/${company.id}`}>{value('name') || `Company ${company.id}`}</PageLink>
      </th>
      <td>{text('domain')}</td>
      <td>{lane && <StatusTag variant={LANE_VARIANT[lane] ?? 'default'}>{text('ipp_lane')}</StatusTag>}</td>
      <td className="is-number">{text('ipp_total')}</td>
      <td>{text('ipp_clearance')}</td>
    </tr>
  );
}

function CompanyTable({ companies, properties }: Listed) {
  return (
    <table className="ui-table is-bordered page-list">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Domain</th>
          <th scope="col">Lane</th>
          <th scope="col" className="is-number">
            Total
          </th>
          <th scope="col">Clearance</th>
        </tr>
      </thead>
      <tbody>
        {companies.map((company) => (
          <Row key={company.id} company={company} properties={properties} />
        ))}
      </tbody>
    </table>
  );
}

function Found({ companies, properties, query }: Listed & { query: string }) {
  const found = companies.filter((company) => matches(company, query)).sort(byName);
  if (companies.length === 0) return <EmptyState title="No companies yet">The portal is empty.</EmptyState>;
  if (found.length === 0)
    return <EmptyState title="Nothing found">No company has “{query}” in its name.</EmptyState>;
  return (
    <>
      <p className="page-count" role="status">
        {found.length} of {companies.length} companies
      </p>
      <CompanyTable companies={found} properties={properties} />
    </>
  );
}

export function CompaniesPage() {
  const { id: ownerId } = useSignedIn();
  const query = useAddress().searchParams.get('q') ?? '';
  const { remote } = useRemote(useCallback(() => loadList(ownerId), [ownerId]));
  return (
    <main className="page-main">
      <div className="page-title">
        <h1>Companies</h1>
        <SearchBox query={query} />
      </div>
      {remote.state === 'loading' && <LoadingSpinner label="Loading companies" showLabel layout="centered" />}
      {remote.state === 'error' && (
        <ErrorState title="Companies could not be read">{remote.message}</ErrorState>
      )}
      {remote.state === 'success' && <Found {...remote.value} query={query} />}
    </main>
  );
}
