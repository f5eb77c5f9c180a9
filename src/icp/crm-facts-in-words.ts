import { CONTACT_ROLES, type ContactRole } from './crm-facts.ts';
import { dayInWords } from './day-in.ts';
import type { Demand, Tally } from './demand.ts';
import { RENEWALS_NOT_COUNTED, amountsLeftOut, askedWithoutCompany } from '../messages/facts.ts';

/** Where a figure was counted: `property Tools in use`, and the day, `YYYY-MM-DD`. */
export interface CountedBy {
  source: string;
  on: string;
}

/** `37 customers use both (property Tools in use, 26 November 2026)` */
export function sharedCustomersText(tally: Tally, { source, on }: CountedBy): string {
  return `${tallyText(tally, 'customer uses', 'customers use')} both (${source}, ${dayInWords(on)})`;
}

export function sharedCustomersEvidence(tally: Tally, { source, on }: CountedBy): string {
  return `${tallyText(tally, 'customer uses', 'customers use')} both products, counted in HubSpot by the ${source} on ${dayInWords(on)}.`;
}

/** `4 companies asked: 2 open, 1 lost, 1 stalled, 310,000 EUR` */
export function companiesAskingText(demand: Demand, currency: string | null): string {
  const count = tallyText(demand, 'company asked', 'companies asked');
  return demand.count === 0 ? count : `${count}: ${demandParts(demand, currency).join(', ')}`;
}

export function companiesAskingEvidence(
  demand: Demand,
  currency: string | null,
  { source, on }: CountedBy,
): string {
  const counted = `${companiesAskingText(demand, currency)}, counted in HubSpot by the ${source} on ${dayInWords(on)}.`;
  return [counted, ...companiesAskingNotes(demand)].join(' ');
}

/** What the count of companies asking leaves out, a sentence each. */
export function companiesAskingNotes({ withoutCompany, otherCurrency }: Demand): string[] {
  return [
    RENEWALS_NOT_COUNTED,
    ...(withoutCompany > 0 ? [askedWithoutCompany(withoutCompany)] : []),
    ...(otherCurrency > 0 ? [amountsLeftOut(otherCurrency)] : []),
  ];
}

/**
 * `Champion: Dana Whitt; executive sponsor: none; partner owner: none`
 *
 * @param of how many contacts the roles were read, where there are more; null where there are no more
 */
export function contactsText(
  people: readonly { name: string; roles: readonly ContactRole[] }[],
  of: number | null = null,
): string {
  const none = of === null ? 'none' : `none among ${of.toLocaleString('en')} of its contacts`;
  const named = CONTACT_ROLES.map(({ key, label }) => {
    const names = people.filter(({ roles }) => roles.includes(key)).map(({ name }) => name);
    return `${label.toLowerCase()}: ${names.length === 0 ? none : names.join(', ')}`;
  });
  const text = named.join('; ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function demandParts({ open, lost, stalled, amount }: Demand, currency: string | null): string[] {
  const states: readonly (readonly [number, string])[] = [
    [open, 'open'],
    [lost, 'lost'],
    [stalled, 'stalled'],
  ];
  const money = [amount?.toLocaleString('en', { maximumFractionDigits: 0 }) ?? '', currency ?? ''];
  return [
    ...states.filter(([count]) => count > 0).map(([count, state]) => `${count} ${state}`),
    ...(amount === null ? [] : [money.filter((text) => text !== '').join(' ')]),
  ];
}

function tallyText({ count, isAtLeast }: Tally, one: string, many: string): string {
  return `${isAtLeast ? 'At least ' : ''}${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
