import type { AddAlertAction } from '@hubspot/ui-extensions';
import { useAddress } from '../address.tsx';
import { useSignedIn } from '../session.tsx';
import { ContactSection } from './contact-section.tsx';
import { DealSection } from './deal-section.tsx';
import { TaskSection } from './task-section.tsx';

interface RelatedProps {
  /** The tab's own id, which the address names: it must not be the record's first tab. */
  id: string;
  companyId: string;
  addAlert: AddAlertAction;
}

/** Whom and what the company is associated with; read at each visit, as a save may have led to a new task. */
export function RelatedTab({ id, companyId, addAlert }: RelatedProps) {
  const { id: ownerId } = useSignedIn();
  if (useAddress().searchParams.get('tab') !== id) return null;
  return (
    // What was changed is kept for the person who changed it: another one reads anew.
    <div key={ownerId}>
      <ContactSection companyId={companyId} />
      <DealSection companyId={companyId} />
      <TaskSection {...{ companyId, addAlert }} />
    </div>
  );
}
