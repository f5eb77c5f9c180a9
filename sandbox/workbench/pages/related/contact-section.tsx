import { useCallback } from 'react';
import { useRemote } from '../remote-state.ts';
import { useSignedIn } from '../session.tsx';
import { readRelated, type RelatedRecord } from './related-crm.ts';
import { Cell, RelatedSection } from './related-section.tsx';

const PROPERTIES = ['firstname', 'lastname', 'jobtitle', 'email'];
const COLUMNS = ['Name', 'Job title', 'Email', 'Association'];

function ContactRow({ contact: { id, properties, labels } }: { contact: RelatedRecord }) {
  const email = properties['email'] ?? '';
  const name = `${properties['firstname'] ?? ''} ${properties['lastname'] ?? ''}`.trim();
  return (
    <tr>
      <th scope="row">{name || email || `Contact ${id}`}</th>
      <Cell label="Job title">{properties['jobtitle'] ?? ''}</Cell>
      <Cell label="Email">{email}</Cell>
      <Cell label="Association">{labels.join(', ')}</Cell>
    </tr>
  );
}

export function ContactSection({ companyId }: { companyId: string }) {
  const { id: ownerId } = useSignedIn();
  const load = useCallback(
    () => readRelated(ownerId, companyId, 'contacts', PROPERTIES),
    [ownerId, companyId],
  );
  return (
    <RelatedSection
      title="Contacts"
      noun="contacts"
      columns={COLUMNS}
      {...useRemote(load)}
      rowsOf={(contacts) => contacts.map((contact) => <ContactRow key={contact.id} contact={contact} />)}
    />
  );
}
