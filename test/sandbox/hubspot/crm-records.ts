import type { Client } from '@hubspot/api-client';
import { AssociationSpecAssociationCategoryEnum } from '@hubspot/api-client/lib/codegen/crm/associations/v4/index.js';
import { kind } from './associations/link-types.ts';

const { HubspotDefined, UserDefined } = AssociationSpecAssociationCategoryEnum;

export const hubspotType = (id: number) => kind(HubspotDefined, id);
export const ownType = (id: number) => kind(UserDefined, id);

/** Creates one record each over the official client and answers their ids. */
export async function someRecords({ crm }: Client) {
  const { id: company } = await crm.companies.basicApi.create({ properties: { name: 'Larch' } });
  const { id: other } = await crm.companies.basicApi.create({ properties: { name: 'Fir' } });
  const { id: contact } = await crm.contacts.basicApi.create({ properties: { email: 'ada@larch.example' } });
  const { id: deal } = await crm.deals.basicApi.create({ properties: { dealname: 'Larch build' } });
  return { company, other, contact, deal };
}
