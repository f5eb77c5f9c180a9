import * as z from 'zod';

import { CONTACT_ROLES, type ContactRole } from '../icp/crm-facts.ts';
import { CUSTOM_LABEL, type Link, readLinksOf } from './association-links.ts';
import { sendBatches } from './client/batches.ts';
import { API_VERSION, type Crm } from './client/request.ts';
import type { Installation } from './installation.ts';
import { labelKey } from './labels.ts';

const PAIR = 'companies/contacts';
const CONTACTS = `/crm/objects/${API_VERSION}/contacts`;

/** The most contacts that HubSpot reads in one call. */
export const CONTACT_BATCH = 100;

/** The ids of the labels of roles in a portal. */
export type RoleLabels = Readonly<Partial<Record<ContactRole, number>>>;

/** The labels that the installation knows; none where the plan has no labels. */
export function roleLabels({ record }: Pick<Installation, 'record'>): RoleLabels {
  const labels: Partial<Record<ContactRole, number>> = {};
  for (const { key } of CONTACT_ROLES) {
    const name = `ipp_${key.replaceAll('-', '_')}`;
    const id = Number(record?.labels[name] ?? record?.foundLabels[name]);
    if (Number.isInteger(id)) labels[key] = id;
  }
  return labels;
}

/** A contact of a company, by the association between both. */
export interface ContactLink {
  id: string;
  roles: ContactRole[];
  types: Link['associationTypes'];
}

/** The contacts of a company with their roles: the first 500, or all of them. @throws CrmError */
export async function readContactLinks(
  crm: Crm,
  companyId: string,
  labels: RoleLabels,
  isWhole = false,
): Promise<{ links: ContactLink[]; isAtLeast: boolean }> {
  const { links, isAtLeast } = await readLinksOf(crm, PAIR, companyId, isWhole);
  const withRoles = links.map(({ toObjectId, associationTypes }) => ({
    id: toObjectId,
    types: associationTypes,
    roles: CONTACT_ROLES.flatMap(({ key }) =>
      associationTypes.some((type) => givesRole(type, key, labels)) ? [key] : [],
    ),
  }));
  return { links: withRoles, isAtLeast };
}

/** Whether it is the label of a role, or has its name: somebody may have deleted ours and made it anew. */
function givesRole(
  { category, typeId, label }: Link['associationTypes'][number],
  role: ContactRole,
  labels: RoleLabels,
): boolean {
  const id = labels[role];
  if (category !== CUSTOM_LABEL || id === undefined) return false;
  const name = CONTACT_ROLES.find(({ key }) => key === role)?.label ?? role;
  return typeId === id || labelKey(label ?? '') === labelKey(name);
}

const Contact = z.object({
  id: z.string(),
  properties: z.record(z.string(), z.string().nullable()),
  url: z.string().nullish(),
});
export type Contact = z.infer<typeof Contact>;

const NAMES = ['firstname', 'lastname', 'email', 'jobtitle', 'notes_last_updated'];

/** Contacts by id. One that is in neither is gone. */
export interface ManyContacts {
  found: Map<string, Contact>;
  /** Those that HubSpot said nothing about, or failed with. */
  unread: ReadonlySet<string>;
}

/** Reads contacts by id, at most a hundred. @throws CrmError */
export async function readContacts(crm: Crm, ids: readonly string[]): Promise<ManyContacts> {
  const inputs = ids.slice(0, CONTACT_BATCH).map((id) => ({ id }));
  const { answered, refused, unknown } = await sendBatches(crm, inputs, CONTACT_BATCH, {
    path: `${CONTACTS}/batch/read`,
    rest: { properties: NAMES },
    repeat: 'reads',
    output: Contact,
    idsOf: ({ id }) => [id],
  });
  const declined = [...refused].filter(([, { code }]) => code !== 'not-found').map(([id]) => id);
  return { found: answered, unread: new Set([...unknown.keys(), ...declined]) };
}

/**
 * Sets or takes away the label of a role. Every other label of the association is sent along: whether setting one keeps the
 * others is not documented.
 *
 * @throws CrmError
 */
export async function writeContactRole(
  crm: Crm,
  companyId: string,
  { id, types }: ContactLink,
  { role, isSet }: { role: ContactRole; isSet: boolean },
  labels: RoleLabels,
): Promise<void> {
  if (isSet) {
    const wanted = { associationCategory: CUSTOM_LABEL, associationTypeId: labels[role] };
    const path = `/crm/objects/${API_VERSION}/companies/${encodeURIComponent(companyId)}/associations/contacts/${encodeURIComponent(id)}`;
    await crm.send({ method: 'PUT', path, body: [...types.map(asInput), wanted], repeat: 'same' });
    return;
  }
  const given = types.filter((type) => givesRole(type, role, labels)).map(asInput);
  await crm.send({
    method: 'POST',
    path: `/crm/associations/${API_VERSION}/${PAIR}/batch/labels/archive`,
    body: { inputs: [{ from: { id: companyId }, to: { id }, types: given }] },
    repeat: 'same',
  });
}

function asInput({ category, typeId }: Link['associationTypes'][number]) {
  return { associationCategory: category, associationTypeId: typeId };
}
