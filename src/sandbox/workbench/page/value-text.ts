import type { Property } from './crm-objects.ts';
import { settings } from './settings.ts';

const moment = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: settings.portal.timezone,
});
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

/** A moment in the portal's time zone; what is no date stays as it is. */
export function momentText(iso: string): string {
  const date = new Date(/^\d+$/.test(iso) ? Number(iso) : iso);
  return Number.isNaN(date.getTime()) ? iso : moment.format(date);
}

function dayText(value: string): string {
  const date = new Date(/^\d+$/.test(value) ? Number(value) : value);
  return Number.isNaN(date.getTime()) ? value : day.format(date);
}

/** A stored value as a person reads it: labels of options, dates in the portal's time zone. */
export function valueText({ type, options, fieldType }: Property, value: string): string {
  if (type === 'datetime') return momentText(value);
  if (type === 'date') return dayText(value);
  if (options.length === 0) return value;
  const values = fieldType === 'checkbox' ? value.split(';') : [value];
  return values.map((each) => options.find((option) => option.value === each)?.label ?? each).join(', ');
}
