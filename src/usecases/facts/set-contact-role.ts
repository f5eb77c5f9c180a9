import type { Gathered, PartnerContacts } from '../../contract/facts.ts';
import { CrmError } from '../../crm/client/errors.ts';
import { listLabels } from '../../crm/labels.ts';
import {
  type ContactLink,
  type RoleLabels,
  readContactLinks,
  roleLabels,
  writeContactRole,
} from '../../crm/partner-contacts.ts';
import { CONTACT_ROLES, type ContactRole } from '../../icp/crm-facts.ts';
import {
  ROLE_UNSURE,
  contactGone,
  noRoleLabels,
  roleLabelGone,
  roleLabelsMissing,
} from '../../messages/facts.ts';
import type { Context } from '../context.ts';
import { Refused } from '../refused.ts';
import { readBack } from '../scorecard/find-record.ts';
import { readPartnerContacts } from './read-partner-contacts.ts';

export interface RoleRequest {
  companyId: string;
  contactId: string;
  role: ContactRole;
  isSet: boolean;
}

/**
 * Sets or takes away the label of a role between a company and its contact, and reads the contacts again. Every other label
 * stays. A repeat changes nothing, and a write whose answer was lost is read back.
 *
 * @throws Refused when the contact is none of the company, or the portal has no such label
 * @throws CrmError `unknown-outcome` when a write whose answer was lost cannot be read back
 */
export async function setContactRole(
  context: Context,
  { companyId, contactId, role, isSet }: RoleRequest,
): Promise<Gathered<PartnerContacts>> {
  const { crm, installation } = context;
  const labels = roleLabels(await installation.read(context));
  const typeId = labels[role];
  if (typeId === undefined) throw notInstalled(labels, role, context);
  const find = () => findLink(context, { companyId, contactId }, labels);
  const link = await find();
  if (link === null) throw new Refused('invalid-input', contactGone(contactId), { field: 'contactId' });
  if (link.roles.includes(role) !== isSet) {
    try {
      await writeContactRole(crm, companyId, link, { role, isSet }, labels);
    } catch (error) {
      if (!(error instanceof CrmError)) throw error;
      if (error.code === 'invalid-request') await requireLabel(context, typeId, role, error);
      const isLost = error.code === 'unknown-outcome' || error.code === 'unavailable';
      const kept = isLost ? await readBack(find(), ROLE_UNSURE) : null;
      if (kept?.roles.includes(role) !== isSet) throw error;
    }
  }
  return readPartnerContacts(context, companyId);
}

/** Null where it is no contact of the company. Most are among the first 500. */
async function findLink(
  { crm }: Context,
  { companyId, contactId }: Pick<RoleRequest, 'companyId' | 'contactId'>,
  labels: RoleLabels,
): Promise<ContactLink | null> {
  for (const isWhole of [false, true]) {
    const { links, isAtLeast } = await readContactLinks(crm, companyId, labels, isWhole);
    const link = links.find(({ id }) => id === contactId);
    if (link !== undefined || !isAtLeast) return link ?? null;
  }
  return null;
}

function notInstalled(labels: RoleLabels, role: ContactRole, { remedies: { install } }: Context): Refused {
  const hasNone = Object.keys(labels).length === 0;
  const message = hasNone ? noRoleLabels(install) : roleLabelsMissing(labelOf(role), install);
  return new Refused('not-installed', message, { field: 'role' });
}

/** @throws Refused when the label was deleted since the installation was recorded */
async function requireLabel(
  { crm, remedies }: Context,
  typeId: number,
  role: ContactRole,
  cause: CrmError,
): Promise<void> {
  const labels = await listLabels(crm, 'companies/contacts');
  if (labels.some(({ id }) => id === typeId)) return;
  throw new Refused('not-installed', roleLabelGone(labelOf(role), remedies.install), {
    field: 'role',
    cause,
  });
}

function labelOf(role: ContactRole): string {
  return CONTACT_ROLES.find(({ key }) => key === role)?.label ?? role;
}
