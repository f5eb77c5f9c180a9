import type { AddAlertAction } from '@hubspot/ui-extensions';
import { useAddress } from '../address.tsx';
import { useSignedIn } from '../session.tsx';
import { DealSection } from './deal-section.tsx';
import { TaskSection } from './task-section.tsx';
import { useCallback } from 'react';
import { useRemote } from '../remote-state.ts';
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

function ContactSection({ companyId }: { companyId: string }) {
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

interface RelatedProps {
  /** The tab's own id, which the address names: it must not be the record's first tab. */
  id: string;
  companyId: string;
  addAlert: AddAlertAction;
}

/** Associated contacts, deals and tasks. Read at each visit: a save can have led to a new task. */
export function RelatedTab({ id, companyId, addAlert }: RelatedProps) {
  const { id: ownerId } = useSignedIn();
  if (useAddress().searchParams.get('tab') !== id) return null;
  return (
    // The key drops local changes when another person signs in.
    <div key={ownerId}>
      <ContactSection companyId={companyId} />
      <DealSection companyId={companyId} />
      <TaskSection {...{ companyId, addAlert }} />
    </div>
  );
}
