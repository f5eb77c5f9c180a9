import type { Property } from '../crm-objects.ts';
import type { PropertyChange } from './change-groups.ts';

/** Longer values are not repeated: an entry has to stay readable at a glance. */
const LONGEST_VALUE = 60;

/** A value as it is shown. */
export type ValueText = (property: Property, value: string) => string;

/**
 * A change in a few words.
 *
 * @example `Customer overlap 3 → 5`, `Customer overlap: evidence added`
 */
export function changeText({ property, from, to }: PropertyChange, valueText: ValueText): string {
  const { label, fieldType } = property;
  const isLong = fieldType === 'textarea' || Math.max(from.length, to.length) > LONGEST_VALUE;
  if (isLong) return `${label} ${from === '' ? 'added' : to === '' ? 'removed' : 'changed'}`;
  if (from === '') return `${label} ${valueText(property, to)}`;
  const after = to === '' ? 'empty' : valueText(property, to);
  return `${label} ${valueText(property, from)} → ${after}`;
}
