import type { FactSources } from '../../../src/icp/settings.ts';
import type { Portal } from '../../portal.ts';

/** Internal names of the properties that name partners in a portal of these tests. */
export const TOOLS = 'tools_in_use';
export const ASKED_FOR = 'asked_for';

/** Counts by both of them. */
export const BY_PROPERTIES: FactSources = {
  sharedCustomers: { by: 'property', property: TOOLS, lifecycleStages: ['customer'] },
  companiesAsking: { property: ASKED_FOR },
};

/** Adds text properties that name partners: `TOOLS` to companies, `ASKED_FOR` to deals. */
export async function addSourceProperties(portal: Portal): Promise<void> {
  const text = { type: 'string', fieldType: 'textarea' };
  await addProperty(portal, 'companies', {
    ...{ name: TOOLS, label: 'Tools in use', groupName: 'companyinformation', ...text },
  });
  await addProperty(portal, 'deals', {
    ...{ name: ASKED_FOR, label: 'Asked for', groupName: 'dealinformation', ...text },
  });
}

export async function addProperty(
  portal: Portal,
  objectType: 'companies' | 'deals',
  definition: Record<string, unknown>,
): Promise<void> {
  const path = `/crm/properties/2026-09/${objectType}`;
  await portal.outside.send({ method: 'POST', path, body: definition });
}

const CONTACT_TO_COMPANY = 279;

/** A contact of a company, without a role. @returns its id */
export async function createContactOf(
  portal: Portal,
  companyId: string,
  properties: Record<string, string> = { firstname: 'Dana', lastname: 'Whitt' },
): Promise<string> {
  const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: CONTACT_TO_COMPANY }];
  const body = { properties, associations: [{ to: { id: companyId }, types }] };
  const path = '/crm/objects/2026-09/contacts';
  return ((await portal.outside.send({ method: 'POST', path, body })) as { id: string }).id;
}

const DEAL_TO_PRIMARY_COMPANY = 5;

/** A deal that asks for a partner. @param companyId of its primary company; null for none. @returns its id */
export async function createAskingDeal(
  portal: Portal,
  companyId: string | null,
  properties: Record<string, string>,
): Promise<string> {
  const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: DEAL_TO_PRIMARY_COMPANY }];
  const body = {
    properties: { dealname: 'Seats', dealstage: 'qualifiedtobuy', ...properties },
    associations: companyId === null ? [] : [{ to: { id: companyId }, types }],
  };
  const path = '/crm/objects/2026-09/deals';
  return ((await portal.outside.send({ method: 'POST', path, body })) as { id: string }).id;
}
