import { useId } from 'react';
import { updateRecord } from '../crm.ts';
import { PageLink } from '../address.tsx';
import { useSignedIn } from '../session.tsx';
import { InlineProperty } from './inline-property.tsx';
import type { LoadedRecord } from './use-record.ts';

/** What the left column shows, as an admin of a portal chooses it. Those that a portal lacks are left out. */
const SHOWN = [
  'hubspot_owner_id',
  'domain',
  'industry',
  'city',
  'country',
  'numberofemployees',
  'lifecyclestage',
  'createdate',
];

interface AboutProps {
  record: LoadedRecord;
  refreshRecord: () => Promise<void>;
}

/** The properties of the left column, edited in place. */
export function AboutCompany({ record: { company, properties }, refreshRecord }: AboutProps) {
  const { id: ownerId } = useSignedIn();
  const headingId = useId();
  const shown = SHOWN.flatMap((name) => properties.find((each) => each.name === name) ?? []);
  const save = async (name: string, value: string) => {
    await updateRecord(ownerId, { objectType: 'companies', id: company.id }, { [name]: value });
    await refreshRecord();
  };
  return (
    <section className="record-about page-card" aria-labelledby={headingId}>
      <h2 className="page-card-title" id={headingId}>
        About this company
      </h2>
      <ul className="crm-properties">
        {shown.map((property) => (
          <li key={property.name}>
            <InlineProperty
              {...{ property }}
              value={company.properties[property.name] ?? ''}
              save={(value) => save(property.name, value)}
            />
          </li>
        ))}
      </ul>
      <PageLink href={`/companies/${company.id}?tab=properties`}>All properties</PageLink>
    </section>
  );
}
