import * as z from 'zod';

import { CUSTOM_LABEL } from './association-links.ts';
import { API_VERSION, type Crm, read } from './client/request.ts';

/** Two kinds of record between which associations carry labels. */
type LabelPair = 'companies/contacts' | 'companies/companies';

const pathOf = (pair: LabelPair) => `/crm/associations/${API_VERSION}/${pair}/labels`;
const LABELS = pathOf('companies/contacts');

/** The most custom labels that HubSpot keeps between two kinds of record. */
export const MOST_LABELS = 50;

/** The role of a contact at a partner company. `name` is internal, `label` is shown on both records. */
export const PARTNER_LABELS = [
  { name: 'ipp_champion', label: 'Champion', what: 'who drives the partnership on their side' },
  {
    name: 'ipp_executive_sponsor',
    label: 'Executive sponsor',
    what: 'who answers for it in their management',
  },
  { name: 'ipp_partner_owner', label: 'Partner owner', what: 'who owns it day to day' },
] as const;
export type PartnerLabel = (typeof PARTNER_LABELS)[number];

/** A custom label of associations, as the company shows it. */
export interface ExistingLabel {
  id: number;
  label: string;
}

const Labels = z.object({
  results: z.array(z.object({ category: z.string(), typeId: z.number(), label: z.string().nullish() })),
});

/** By this two labels are the same: case and space around it do not count. */
export function labelKey(label: string): string {
  return label.trim().toLowerCase();
}

/** The custom labels between companies and contacts, or between companies. @throws CrmError */
export async function listLabels(crm: Crm, pair: LabelPair = 'companies/contacts'): Promise<ExistingLabel[]> {
  const request = { method: 'GET', path: pathOf(pair) } as const;
  const { results } = await read(crm, request, Labels, 'list of association labels');
  return results.flatMap(({ category, typeId, label }) =>
    category === CUSTOM_LABEL && typeof label === 'string' ? [{ id: typeId, label }] : [],
  );
}

/** The existing label that is ours, by `labelKey`. */
export function labelAmong(
  existing: readonly ExistingLabel[],
  { label }: PartnerLabel,
): ExistingLabel | undefined {
  return existing.find((each) => labelKey(each.label) === labelKey(label));
}

/** @throws CrmError `already-exists` when the name or the label is taken */
export async function createLabel(crm: Crm, { name, label }: PartnerLabel): Promise<void> {
  await crm.send({ method: 'POST', path: LABELS, body: { name, label } });
}

/** @throws CrmError `invalid-request` when HubSpot keeps it, for instance because associations carry it */
export async function deleteLabel(crm: Crm, id: number): Promise<void> {
  await crm.send({ method: 'DELETE', path: `${LABELS}/${id}`, repeat: 'same' });
}
