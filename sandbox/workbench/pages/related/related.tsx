import type { AddAlertAction } from '@hubspot/ui-extensions';
import { useCallback } from 'react';
import { useRemote } from '../remote-state.ts';
import { useSignedIn } from '../session.tsx';
import { DealSection } from './deal-section.tsx';
import { readRelated, type RelatedRecord } from './related-crm.ts';
import { RelatedItem, RelatedSection, type SectionOfCompany } from './related-section.tsx';
import { TaskSection } from './task-section.tsx';

const PROPERTIES = ['firstname', 'lastname', 'jobtitle', 'email'];

function ContactItem({ contact: { id, properties, labels } }: { contact: RelatedRecord }) {
  const email = properties['email'] ?? '';
  const name = `${properties['firstname'] ?? ''} ${properties['lastname'] ?? ''}`.trim();
  const facts = [
    ['Job title', properties['jobtitle'] ?? ''],
    ['Email', email],
    ['Association', labels.join(', ')],
  ] as const;
  return <RelatedItem title={name || email || `Contact ${id}`} {...{ facts }} />;
}

function ContactSection({ companyId, values }: SectionOfCompany) {
  const { id: ownerId } = useSignedIn();
  const load = useCallback(
    () => readRelated(ownerId, companyId, 'contacts', PROPERTIES),
    [ownerId, companyId],
  );
  return (
    <RelatedSection
      title="Contacts"
      noun="contacts"
      {...{ values }}
      {...useRemote(load)}
      itemsOf={(contacts) => contacts.map((contact) => <ContactItem key={contact.id} contact={contact} />)}
    />
  );
}

/** The right column: associated tasks, deals and contacts. Tasks first: a save can lead to a new one. */
export function Related({ addAlert, ...company }: SectionOfCompany & { addAlert: AddAlertAction }) {
  const { id: ownerId } = useSignedIn();
  return (
    // The key drops local changes when another person signs in.
    <aside className="record-related" key={ownerId} aria-label="Associations">
      <TaskSection {...company} {...{ addAlert }} />
      <DealSection {...company} />
      <ContactSection {...company} />
    </aside>
  );
}
