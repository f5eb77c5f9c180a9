import type { Portal } from '../../../portal.ts';
import { addProperty } from '../fact-portal.ts';
import { type PlannedDeal, type PlannedPortal, SOMETHING_ELSE, USES_BOTH } from './plan.ts';
import { listed } from './written-names.ts';
import { seededRandom } from '../../../../sandbox/demo/random.ts';

/** Internal names of what names partners in the portal. */
export const TOOLS = 'tools_in_use';
export const TOOLS_CHOSEN = 'tools_chosen';
export const ASKED_FOR = 'asked_for';
export const ASKED_CHOSEN = 'asked_chosen';
export const LIST_NAME = 'Users of {partner}';

/** Ids of records by their index in the plan. */
export interface Loaded {
  partners: readonly string[];
  companies: readonly string[];
}

const DAY_MS = 86_400_000;

/** Puts a planned portal into a sandbox, a hundred records a call. */
export async function loadPlanned(portal: Portal, plan: PlannedPortal): Promise<Loaded> {
  await addSources(portal, plan);
  const random = seededRandom(7);
  const companies = await createAll(
    portal,
    'companies',
    plan.companies.map(({ name, stage, tools, options }) => ({
      name,
      ...(stage !== '' && { lifecyclestage: stage }),
      ...{ [TOOLS]: listed(random, tools), [TOOLS_CHOSEN]: options.map(optionOf).join(';') },
    })),
  );
  const partners = await createAll(
    portal,
    'companies',
    // a partner may be a customer that uses its own product
    plan.partners.map(({ name }, index) => ({
      ...{ name: name.full, lifecyclestage: 'customer' },
      ...{ [TOOLS]: name.full, [TOOLS_CHOSEN]: optionOf(index) },
    })),
  );
  const loaded = { partners, companies };
  await createDeals(portal, plan.deals, loaded);
  await createContactsOf(
    portal,
    plan.partners.flatMap(({ people }, index) =>
      people.map((person) => ({ ...person, partner: partners[index] ?? '' })),
    ),
  );
  await createLinks(portal, plan, loaded);
  await createLists(portal, plan, loaded);
  return loaded;
}

const optionOf = (partner: number) => `tool_${partner}`;

async function addSources(portal: Portal, { partners }: PlannedPortal): Promise<void> {
  const text = { type: 'string', fieldType: 'textarea' };
  const options = partners.map(({ name }, index) => ({
    // some people name options after the firm, others after its product
    label: index % 2 === 0 ? name.full : name.short.toUpperCase(),
    value: optionOf(index),
    ...{ displayOrder: index, hidden: false },
  }));
  const choice = { type: 'enumeration', fieldType: 'checkbox', options };
  const ofCompanies = { groupName: 'companyinformation' };
  const ofDeals = { groupName: 'dealinformation' };
  await addProperty(portal, 'companies', { name: TOOLS, label: 'Tools in use', ...ofCompanies, ...text });
  await addProperty(portal, 'companies', { name: TOOLS_CHOSEN, label: 'Tools', ...ofCompanies, ...choice });
  await addProperty(portal, 'deals', { name: ASKED_FOR, label: 'Asked for', ...ofDeals, ...text });
  await addProperty(portal, 'deals', { name: ASKED_CHOSEN, label: 'Integrations', ...ofDeals, ...choice });
}

interface Associated {
  to: { id: string };
  types: readonly { associationCategory: string; associationTypeId: number }[];
}

/** @returns ids in the order of what is created */
export async function createAll(
  portal: Portal,
  objectType: string,
  records: readonly Readonly<Record<string, string>>[],
  associations: readonly (readonly Associated[])[] = [],
): Promise<string[]> {
  const ids: string[] = [];
  for (let start = 0; start < records.length; start += 100) {
    const inputs = records
      .slice(start, start + 100)
      .map((properties, index) => ({ properties, associations: associations[start + index] ?? [] }));
    const path = `/crm/objects/2026-09/${objectType}/batch/create`;
    const answer = (await portal.outside.send({ method: 'POST', path, body: { inputs } })) as {
      results: { id: string }[];
    };
    ids.push(...answer.results.map(({ id }) => id));
  }
  return ids;
}

const HUBSPOT_DEFINED = 'HUBSPOT_DEFINED';
const USER_DEFINED = 'USER_DEFINED';
const DEAL_TO_PRIMARY_COMPANY = 5;
const CONTACT_TO_COMPANY = 279;
const NOTE_TO_DEAL = 214;

/** A deal of a company, as its primary one. */
export function dealTo(id: string): Associated[] {
  const types = [{ associationCategory: HUBSPOT_DEFINED, associationTypeId: DEAL_TO_PRIMARY_COMPANY }];
  return [{ to: { id }, types }];
}

/** A deal is as old as the clock of the portal says while it is made. */
async function createDeals(
  portal: Portal,
  deals: readonly PlannedDeal[],
  { partners, companies }: Loaded,
): Promise<void> {
  const now = portal.context.now().getTime();
  const noted: { id: string; at: Date }[] = [];
  for (const age of new Set(deals.map((deal) => deal.age))) {
    const ofAge = deals.filter((deal) => deal.age === age);
    portal.sandbox.skewClock(-age * DAY_MS);
    const ids = await createAll(
      portal,
      'deals',
      ofAge.map(({ partner, text, isNaming, stage, closed, amount }) => ({
        ...{ dealname: `Deal for ${partner}`, dealstage: stage, [ASKED_FOR]: text },
        ...(closed !== null && { closedate: new Date(now - closed * DAY_MS).toISOString() }),
        ...(amount !== null && { amount: String(amount) }),
        ...(isNaming && { [ASKED_CHOSEN]: optionOf(partner) }),
      })),
      ofAge.map(({ partner, company }) => {
        const id = company === 'own' ? partners[partner] : companies[company ?? -1];
        return id === undefined ? [] : dealTo(id);
      }),
    );
    for (const [index, deal] of ofAge.entries())
      if (deal.noted !== null) noted.push({ id: ids[index] ?? '', at: new Date(now - deal.noted * DAY_MS) });
  }
  portal.sandbox.skewClock(0);
  await createNotes(portal, noted);
}

/** Notes about deals. */
export async function createNotes(portal: Portal, notes: readonly { id: string; at: Date }[]): Promise<void> {
  await createAll(
    portal,
    'notes',
    notes.map(({ at }) => ({ hs_timestamp: at.toISOString(), hs_note_body: 'They called.' })),
    notes.map(({ id }) => [
      {
        to: { id },
        types: [{ associationCategory: HUBSPOT_DEFINED, associationTypeId: NOTE_TO_DEAL }],
      },
    ]),
  );
}

async function labelsBetween(portal: Portal, pair: string): Promise<Map<string, number>> {
  const path = `/crm/associations/2026-09/${pair}/labels`;
  const { results } = (await portal.outside.send({ method: 'GET', path })) as {
    results: { label: string | null; typeId: number }[];
  };
  return new Map(results.map(({ label, typeId }) => [label ?? '', typeId]));
}

/** Contacts of companies, by the labels of their roles. */
export async function createContactsOf(
  portal: Portal,
  contacts: readonly { name: string; roles: readonly string[]; partner: string }[],
): Promise<void> {
  if (contacts.length === 0) return;
  const labels = await labelsBetween(portal, 'contacts/companies');
  await createAll(
    portal,
    'contacts',
    contacts.map(({ name }) => ({ firstname: name, lastname: 'Doe' })),
    contacts.map(({ roles, partner }) => [
      {
        to: { id: partner },
        types: [
          { associationCategory: HUBSPOT_DEFINED, associationTypeId: CONTACT_TO_COMPANY },
          ...roles.map((role) => ({
            associationCategory: USER_DEFINED,
            associationTypeId: labels.get(role) ?? NaN,
          })),
        ],
      },
    ]),
  );
}

const COMPANIES_TO_COMPANIES = '/crm/associations/2026-09/companies/companies';

async function createLinks(
  portal: Portal,
  { links }: PlannedPortal,
  { partners, companies }: Loaded,
): Promise<void> {
  for (const label of [USES_BOTH, SOMETHING_ELSE])
    await portal.outside.send({
      ...{ method: 'POST', path: `${COMPANIES_TO_COMPANIES}/labels` },
      body: { name: label.toLowerCase().replace(' ', '_'), label },
    });
  const ids = await labelsBetween(portal, 'companies/companies');
  const inputs = links.map(({ partner, company, label }) => ({
    ...{ from: { id: partners[partner] }, to: { id: companies[company] } },
    types: [{ associationCategory: USER_DEFINED, associationTypeId: ids.get(label) }],
  }));
  await portal.outside.send({
    ...{ method: 'POST', path: `${COMPANIES_TO_COMPANIES}/batch/create` },
    body: { inputs },
  });
}

async function createLists(
  portal: Portal,
  plan: PlannedPortal,
  { partners, companies }: Loaded,
): Promise<void> {
  for (const [partner, { name }] of plan.partners.entries()) {
    const body = {
      ...{ name: LIST_NAME.replace('{partner}', name.full), objectTypeId: '0-2' },
      processingType: 'MANUAL',
    };
    const path = '/crm/lists/2026-09';
    const { list } = (await portal.outside.send({ method: 'POST', path, body })) as {
      list: { listId: string };
    };
    const members = plan.members
      .filter((member) => member.partner === partner)
      .map(({ company }) => (company === 'own' ? partners[partner] : companies[company]));
    await portal.outside.send({
      ...{ method: 'PUT', path: `${path}/${list.listId}/memberships/add`, body: members },
    });
  }
}
