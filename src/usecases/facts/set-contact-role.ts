import type { Gathered, PartnerContacts } from '../../contract/facts.ts';
import { readContactLinks, roleLabels, writeContactRole } from '../../crm/partner-contacts.ts';
import type { ContactRole } from '../../icp/crm-facts.ts';
import { NO_ROLE_LABELS, contactGone } from '../../messages/facts.ts';
import type { Context } from '../context.ts';
import { Refused } from '../refused.ts';
import { readPartnerContacts } from './read-partner-contacts.ts';

export interface RoleRequest {
  companyId: string;
  contactId: string;
  role: ContactRole;
  isSet: boolean;
}

/**
 * Sets or takes away the label of a role between a company and its contact, and reads the contacts again. A repeat changes
 * nothing.
 *
 * @throws Refused when the contact is none of the company, or the portal has no such label
 * @throws CrmError
 */
export async function setContactRole(
  context: Context,
  { companyId, contactId, role, isSet }: RoleRequest,
): Promise<Gathered<PartnerContacts>> {
  const { crm, installation } = context;
  const labels = roleLabels(await installation.read(context));
  const label = labels[role];
  if (label === undefined) throw new Refused('not-installed', NO_ROLE_LABELS, { field: 'role' });
  const { links } = await readContactLinks(crm, companyId, labels);
  const link = links.find(({ id }) => id === contactId);
  if (link === undefined) throw new Refused('invalid-input', contactGone(contactId), { field: 'contactId' });
  if (link.roles.includes(role) !== isSet) await writeContactRole(crm, companyId, link, label, isSet);
  return readPartnerContacts(context, companyId);
}
