import type { Company, Property } from '../crm-objects.ts';
import { dayOf } from '../property-text.ts';

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

type Key = number | string | null;

function keyOf(property: Property, value: string, text: string): Key {
  const { type, options, isOwner } = property;
  if (value === '') return null;
  if (type === 'number') return Number.isFinite(Number(value)) ? Number(value) : null;
  if (type === 'date') return dayOf(value);
  if (type === 'datetime') return Date.parse(value);
  if (isOwner || options.length === 0) return text;
  const [first] = value.split(';');
  const index = options.findIndex((option) => option.value === first);
  // Former options come after the current ones.
  return index < 0 ? options.length : index;
}

function compareKeys(one: Key, other: Key): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return collator.compare(String(one), String(other));
}

/**
 * Sorts by one property: numbers and dates by value, options in their order, the rest as text. Companies without a value
 * come last in both directions. The sort is stable.
 *
 * @param textOf the value as it is shown
 */
export function sortCompanies(
  companies: readonly Company[],
  property: Property,
  isDescending: boolean,
  textOf: (property: Property, value: string) => string,
): Company[] {
  const keyed = companies.map((company) => {
    const value = company.properties[property.name] ?? '';
    return { company, key: keyOf(property, value, value === '' ? '' : textOf(property, value)) };
  });
  const direction = isDescending ? -1 : 1;
  keyed.sort(({ key: one }, { key: other }) => {
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return direction * compareKeys(one, other);
  });
  return keyed.map(({ company }) => company);
}
