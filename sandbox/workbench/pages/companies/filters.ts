import type { Company } from '../crm-objects.ts';
import { dayOf } from '../property-text.ts';

/**
 * Categories of partner types. There is no property for them: in HubSpot, a view of channel partners filters by "Partner
 * type is any of" these types.
 */
export const PARTNER_CATEGORIES: readonly { value: string; label: string; types: readonly string[] }[] = [
  { value: 'product', label: 'Product', types: ['technology'] },
  { value: 'channel', label: 'Channel', types: ['reseller', 'referral', 'oem', 'broker-agent'] },
  { value: 'service', label: 'Service', types: ['fulfillment', 'managed-service-provider', 'solution'] },
  { value: 'marketing', label: 'Marketing', types: ['marketing'] },
];

/**
 * The syntax of a filter's terms. The empty term matches companies without a value.
 * - `values`: one value
 * - `category`: a category of partner types
 * - `range`: `250..379`, `250..`, `..379`, both ends included
 * - `quarter`: a quarter such as `2027-Q1`, or `this`, the one of today. In HubSpot it is a text: its views name a quarter
 * - `day`: `due` (today or earlier), or `..2026-12-01` (before that day)
 */
type FilterKind = 'values' | 'category' | 'range' | 'quarter' | 'day';

export interface Filter {
  /** Its name in the address. */
  key: string;
  property: string;
  kind: FilterKind;
  /** Defaults to the label of the property. */
  label?: string;
}

export const FILTERS: readonly Filter[] = [
  { key: 'lane', property: 'ipp_lane', kind: 'values' },
  { key: 'clearance', property: 'ipp_clearance', kind: 'values' },
  { key: 'category', property: 'ipp_partner_type', kind: 'category', label: 'Category' },
  { key: 'type', property: 'ipp_partner_type', kind: 'values' },
  { key: 'total', property: 'ipp_total', kind: 'range' },
  { key: 'profile', property: 'ipp_profile_version', kind: 'values' },
  { key: 'decision', property: 'ipp_decision', kind: 'values' },
  { key: 'quarter', property: 'ipp_decision_quarter', kind: 'quarter', label: 'Quarter' },
  { key: 'review', property: 'ipp_review_due', kind: 'day' },
  { key: 'ask-again', property: 'ipp_ask_again_on', kind: 'day' },
];

/** Terms by filter key. A company matches a filter when any of its terms holds; every filter must match. */
export type Asked = Readonly<Record<string, readonly string[]>>;

type Test = (value: string) => boolean;

const isEmpty: Test = (value) => value === '';

/** Both ends of a range; null is open. Undefined when the term is no range. */
export function rangeIn(term: string): { from: number | null; to: number | null } | undefined {
  const [, from, to] = /^(-?\d+(?:\.\d+)?)?\.\.(-?\d+(?:\.\d+)?)?$/.exec(term) ?? [];
  if (from === undefined && to === undefined) return undefined;
  return { from: from === undefined ? null : Number(from), to: to === undefined ? null : Number(to) };
}

/** The day before which a date has to lie; undefined when the term says something else. */
export function limitIn(term: string): string | undefined {
  return /^\.\.(\d{4}-\d{2}-\d{2})$/.exec(term)?.[1];
}

/** The term of whatever quarter today is in. */
export const THIS_QUARTER = 'this';

/** @param day such as `2026-11-22` @returns such as `2026-Q4` */
function quarterOf(day: string): string {
  const [year = '', month = ''] = day.split('-');
  return `${year}-Q${Math.ceil(Number(month) / 3)}`;
}

function testOf(kind: FilterKind, term: string, today: string): Test | undefined {
  if (term === '') return isEmpty;
  if (kind === 'values') return (value) => value === term || value.split(';').includes(term);
  if (kind === 'quarter') {
    const quarter = term === THIS_QUARTER ? quarterOf(today) : term;
    return (value) => value === quarter;
  }
  if (kind === 'category') {
    const types = PARTNER_CATEGORIES.find(({ value }) => value === term)?.types;
    return types && ((value) => types.includes(value));
  }
  if (kind === 'range') {
    const range = rangeIn(term);
    if (!range) return undefined;
    const { from, to } = range;
    return (value) =>
      value !== '' && (from === null || Number(value) >= from) && (to === null || Number(value) <= to);
  }
  const limit = limitIn(term);
  if (limit !== undefined) return (value) => value !== '' && dayOf(value) < limit;
  return term === 'due' ? (value) => value !== '' && dayOf(value) <= today : undefined;
}

/** Whether the term is valid for the filter: addresses can be typed by hand. */
export function isTerm({ kind }: Filter, term: string): boolean {
  return testOf(kind, term, '') !== undefined;
}

/** Compiles filters once for a pass over many companies. */
export function matcherFor(asked: Asked, today: string): (company: Company) => boolean {
  const filters = FILTERS.flatMap(({ key, property, kind }) => {
    const tests = (asked[key] ?? []).flatMap((term) => testOf(kind, term, today) ?? []);
    return tests.length === 0 ? [] : [{ property, tests }];
  });
  return ({ properties }) =>
    filters.every(({ property, tests }) => {
      const value = properties[property] ?? '';
      return tests.some((test) => test(value));
    });
}
