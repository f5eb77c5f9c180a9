import type { Client } from '@hubspot/api-client';

/** What is counted, by reading all of a portal through the official client and looking at each record. */
export interface NaiveCount {
  shared: string[];
  asking: Readonly<Record<string, 'open' | 'stalled' | 'lost'>>;
  amount: number | null;
  withoutCompany: number;
}

/** How the portal says it: a text, options, a label or a list. */
export interface Counting {
  partner: { id: string; name: string };
  now: Date;
  stages: readonly string[];
  sharedBy:
    | { text: string }
    | { options: string }
    | { label: string }
    /** The id of the list. */
    | { list: string };
  /** A text property of deals. */
  askedFor: string;
}

/** Counts without any search. */
export async function naiveCount({ crm }: Client, counting: Counting): Promise<NaiveCount> {
  return { shared: await sharedIds(crm, counting), ...(await demand(crm, counting)) };
}

async function sharedIds(crm: Client['crm'], { partner, stages, sharedBy }: Counting): Promise<string[]> {
  const named = 'text' in sharedBy ? sharedBy.text : 'options' in sharedBy ? sharedBy.options : 'name';
  const all = await crm.companies.getAll(100, undefined, ['lifecyclestage', named]);
  const others = all.filter(({ id }) => id !== partner.id);
  const customers = others.filter(({ properties }) => stages.includes(properties['lifecyclestage'] ?? ''));
  if ('text' in sharedBy)
    return idsOf(customers.filter(({ properties }) => saysName(properties[named] ?? '', partner.name)));
  if ('options' in sharedBy) {
    const { options } = await crm.properties.coreApi.getByName('companies', named);
    const meant = options.filter(({ label }) => isAlike(label, partner.name)).map(({ value }) => value);
    return idsOf(
      customers.filter(({ properties }) =>
        (properties[named] ?? '').split(';').some((value) => meant.includes(value)),
      ),
    );
  }
  if ('label' in sharedBy) {
    const { results } = await crm.associations.v4.basicApi.getPage('companies', partner.id, 'companies');
    const linked = results
      .filter(({ associationTypes }) => associationTypes.some(({ label }) => label === sharedBy.label))
      .map(({ toObjectId }) => Number(toObjectId));
    return idsOf(customers.filter(({ id }) => linked.includes(Number(id))));
  }
  const { results } = await crm.lists.membershipsApi.getPage(sharedBy.list);
  const members = results.map(({ recordId }) => recordId);
  return idsOf(others.filter(({ id }) => members.includes(id)));
}

const PRIMARY_COMPANY = 5;

async function demand(crm: Client['crm'], { partner, now, askedFor }: Counting) {
  const names = [askedFor, 'amount', 'hs_is_closed', 'hs_is_closed_won', 'createdate', 'notes_last_updated'];
  const deals = await crm.deals.getAll(100, undefined, names);
  const asking: Record<string, 'open' | 'stalled' | 'lost'> = {};
  const amounts: number[] = [];
  let withoutCompany = 0;
  for (const { id, properties } of deals) {
    const of = (name: string) => properties[name] ?? '';
    if (!saysName(of(askedFor), partner.name) || of('hs_is_closed_won') === 'true') continue;
    const { results } = await crm.associations.v4.basicApi.getPage('deals', id, 'companies');
    const primary = results.find(({ associationTypes }) =>
      associationTypes.some(({ typeId }) => typeId === PRIMARY_COMPANY),
    );
    if (primary === undefined) withoutCompany += 1;
    const company = Number(primary?.toObjectId ?? partner.id);
    if (company === Number(partner.id)) continue;
    if (of('amount') !== '') amounts.push(Number(of('amount')));
    const idle = (now.getTime() - Date.parse(of('notes_last_updated') || of('createdate'))) / 86_400_000;
    const isOpen = of('hs_is_closed') !== 'true';
    if (isOpen && idle <= 60) asking[company] = 'open';
    else if (isOpen && asking[company] !== 'open') asking[company] = 'stalled';
    else if (!(company in asking)) asking[company] = 'lost';
  }
  const amount = amounts.length === 0 ? null : amounts.reduce((sum, one) => sum + one, 0);
  return { asking, amount, withoutCompany };
}

function idsOf(records: readonly { id: string }[]): string[] {
  return records.map(({ id }) => id).sort();
}

/** The name without what a register asks for behind it. */
const spoken = (name: string) => name.replace(/,? (inc\.?|gmbh|llc)$/i, '');

/** Whether the name stands in a text, and no letter or digit before or behind it. */
function saysName(text: string, name: string): boolean {
  const words = spoken(name).match(/[\p{L}\p{N}]+/gu) ?? [];
  const pattern = words.join('[^\\p{L}\\p{N}]+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'iu').test(text);
}

function isAlike(one: string, other: string): boolean {
  const letters = (name: string) => spoken(name).toLowerCase().split(/\W+/u).filter(Boolean).join(' ');
  return letters(one) === letters(other);
}
