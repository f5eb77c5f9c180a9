import type { Portal } from '../../../portal.ts';
import { createAll, createNotes } from '../labelled-portal/load.ts';
import { type AnyPortal, LABELS } from './any-portal.ts';

/** Ids of what was made. */
export interface Filled {
  partner: string;
  list: string;
}

const DAY_MS = 86_400_000;
const PAIR = '/crm/associations/2026-09/companies/companies';

const hubspotDefined = (associationTypeId: number) => ({
  associationCategory: 'HUBSPOT_DEFINED',
  associationTypeId,
});
const DEAL_TO_COMPANY = hubspotDefined(341);
const DEAL_TO_PRIMARY_COMPANY = hubspotDefined(5);

export async function addLabels({ outside }: Portal): Promise<void> {
  for (const label of LABELS) {
    const body = { name: label.toLowerCase().replace(' ', '_'), label };
    await outside.send({ method: 'POST', path: `${PAIR}/labels`, body });
  }
}

/** Makes the records of a random portal. */
export async function fill(portal: Portal, planned: AnyPortal): Promise<Filled> {
  const [partner = ''] = await createAll(portal, 'companies', [
    { name: planned.partner, lifecyclestage: 'customer', tools: planned.partner, chosen: 't1;t2;t4' },
  ]);
  const companies = await createAll(
    portal,
    'companies',
    planned.companies.map(({ stage, tools, options }, index) => ({
      ...{ name: `Account ${index}`, tools, chosen: options.join(';') },
      ...(stage !== '' && { lifecyclestage: stage }),
    })),
  );
  await createDeals(portal, planned, (index) => (index === -1 ? partner : (companies[index] ?? '')));
  await link(portal, planned, { partner, companies });
  const listed = companies.filter((_, index) => planned.companies[index]?.isListed);
  return { partner, list: await createList(portal, `Users of ${planned.partner}`, [partner, ...listed]) };
}

async function createDeals(
  portal: Portal,
  { deals }: AnyPortal,
  companyOf: (index: number) => string,
): Promise<void> {
  const now = portal.context.now().getTime();
  const ids: string[] = [];
  for (const deal of deals) {
    const { text, stage, amount, age, company, other } = deal;
    const to = (index: number, type: object) => ({ to: { id: companyOf(index) }, types: [type] });
    portal.sandbox.skewClock(-age * DAY_MS);
    const body = {
      properties: {
        ...{ dealname: 'Seats', dealstage: stage, asked: text },
        ...(amount !== null && { amount: String(amount) }),
      },
      associations: [
        ...(company === null ? [] : [to(company, DEAL_TO_PRIMARY_COMPANY)]),
        ...(company === null || other === null || other === company ? [] : [to(other, DEAL_TO_COMPANY)]),
      ],
    };
    const path = '/crm/objects/2026-09/deals';
    ids.push(((await portal.outside.send({ method: 'POST', path, body })) as { id: string }).id);
  }
  portal.sandbox.skewClock(0);
  const noted = deals.flatMap(({ note, age }, index) =>
    note === null || note > age ? [] : [{ id: ids[index] ?? '', at: new Date(now - note * DAY_MS) }],
  );
  await createNotes(portal, noted);
}

async function link(
  { outside }: Portal,
  planned: AnyPortal,
  { partner, companies }: { partner: string; companies: readonly string[] },
): Promise<void> {
  const { results } = (await outside.send({ method: 'GET', path: `${PAIR}/labels` })) as {
    results: { label: string | null; typeId: number }[];
  };
  const typeOf = (label: string) => results.find((type) => type.label === label)?.typeId;
  const inputs = planned.companies.flatMap(({ links }, index) =>
    links.map((label) => ({
      ...{ from: { id: partner }, to: { id: companies[index] } },
      types: [{ associationCategory: 'USER_DEFINED', associationTypeId: typeOf(label) }],
    })),
  );
  if (inputs.length > 0)
    await outside.send({ method: 'POST', path: `${PAIR}/batch/create`, body: { inputs } });
}

async function createList({ outside }: Portal, name: string, members: readonly string[]): Promise<string> {
  const path = '/crm/lists/2026-09';
  const body = { name, objectTypeId: '0-2', processingType: 'MANUAL' };
  const { list } = (await outside.send({ method: 'POST', path, body })) as { list: { listId: string } };
  await outside.send({ method: 'PUT', path: `${path}/${list.listId}/memberships/add`, body: members });
  return list.listId;
}
