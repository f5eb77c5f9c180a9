import type { Property } from '../crm-objects.ts';
import { PARTNER_TYPE } from './app-properties.ts';
import type { PropertyChange } from './change-groups.ts';

/** Longer values are not repeated: an entry has to stay readable at a glance. */
const LONGEST_VALUE = 60;

/** A value as it is shown. */
export type ValueText = (property: Property, value: string) => string;

/**
 * A change in a few words.
 *
 * @example `Customer overlap 3 → 5`, `Customer overlap: evidence added`, `Type changed from Reseller to Referral partner`
 */
export function changeText({ property, from, to }: PropertyChange, valueText: ValueText): string {
  const { name, label, fieldType } = property;
  if (name === PARTNER_TYPE && from !== '' && to !== '')
    return `Type changed from ${valueText(property, from)} to ${valueText(property, to)}`;
  const isLong = fieldType === 'textarea' || Math.max(from.length, to.length) > LONGEST_VALUE;
  if (isLong) return `${label} ${from === '' ? 'added' : to === '' ? 'removed' : 'changed'}`;
  if (from === '') return `${label} ${valueText(property, to)}`;
  const after = to === '' ? 'empty' : valueText(property, to);
  return `${label} ${valueText(property, from)} → ${after}`;
}
