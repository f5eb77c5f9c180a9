import { useCallback } from 'react';
import { ErrorState, LoadingSpinner } from '../../components/feedback.tsx';
import { PageLink } from '../address.tsx';
import { PropertyCell } from '../companies/property-cell.tsx';
import { companyIn, propertyIn, type Company, type Property } from '../crm-objects.ts';
import { listIn, recordIn, textIn } from '../parse.ts';
import { useRemote } from '../remote-state.ts';
import { callServer } from '../server-calls.ts';
import { useSignedIn } from '../session.tsx';

const CRM = '/crm-api/crm';
const COMPANY = '0-2';

/** The properties that name a record, by HubSpot's type id. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  '0-1': ['firstname', 'lastname'],
  '0-3': ['dealname'],
};

interface OtherRecord {
  record: Company;
  properties: readonly Property[];
  companies: readonly Company[];
}

async function readOther(ownerId: string, typeId: string, id: string): Promise<OtherRecord> {
  const { results } = recordIn(await callServer(ownerId, 'GET', `${CRM}/properties/2026-09/${typeId}`));
  const properties = listIn(results).map(propertyIn);
  const names = properties.map(({ name }) => name).join(',');
  const query = new URLSearchParams({ properties: names, associations: COMPANY });
  const path = `${CRM}/objects/2026-09/${typeId}/${id}?${query.toString()}`;
  const answer = recordIn(await callServer(ownerId, 'GET', path));
  const linked = recordIn(recordIn(answer['associations'])['companies']);
  const ids = new Set(listIn(linked['results']).map((each) => textIn(recordIn(each)['id'])));
  const companies = await namesOf(ownerId, [...ids]);
  return { record: companyIn(answer), properties, companies };
}

async function namesOf(ownerId: string, ids: readonly string[]): Promise<readonly Company[]> {
  if (ids.length === 0) return [];
  const body = { inputs: ids.map((id) => ({ id })), properties: ['name'], propertiesWithHistory: [] };
  const answer = await callServer(ownerId, 'POST', `${CRM}/objects/2026-09/companies/batch/read`, body);
  return listIn(recordIn(answer)['results']).map(companyIn);
}

/** A record that the workbench has no page for, such as a contact: its values, and the companies it belongs to. */
export function OtherRecordPage({ typeId, id }: { typeId: string; id: string }) {
  const { id: ownerId } = useSignedIn();
  const load = useCallback(() => readOther(ownerId, typeId, id), [ownerId, typeId, id]);
  const { remote, reload } = useRemote(load);
  return (
    <main className="page-main">
      {remote.state === 'loading' && <LoadingSpinner label="Loading record" showLabel layout="centered" />}
      {remote.state === 'error' && (
        <ErrorState title="The record could not be read">
          <p>{remote.message}</p>
          <button type="button" className="ui-button is-secondary is-sm" onClick={() => void reload()}>
            Try again
          </button>
        </ErrorState>
      )}
      {remote.state === 'success' && <Values {...remote.value} {...{ typeId }} />}
    </main>
  );
}

function Values({ record, properties, companies, typeId }: OtherRecord & { typeId: string }) {
  const name = (NAMES[typeId] ?? []).map((key) => record.properties[key] ?? '').join(' ');
  const set = properties.filter((property) => (record.properties[property.name] ?? '') !== '');
  return (
    <>
      <h1>{name.trim() || `Record ${record.id}`}</h1>
      <p className="page-quiet">HubSpot has a page of its own here. The workbench shows the values.</p>
      <section className="page-card page-related" aria-label="Values">
        <div className="related-item">
          <dl>
            {companies.map((company) => (
              <div key={company.id}>
                <dt>Company</dt>
                <dd>
                  <PageLink href={`/companies/${company.id}`}>
                    {company.properties['name'] ?? `Company ${company.id}`}
                  </PageLink>
                </dd>
              </div>
            ))}
            {set.map((property) => (
              <div key={property.name}>
                <dt>{property.label}</dt>
                <dd>
                  <PropertyCell {...{ property }} value={record.properties[property.name] ?? ''} />
                </dd>
              </div>
            ))}
          </dl>
        </div>
      </section>
    </>
  );
}
