import type { WorkbenchOwner, WorkbenchSettings } from '../host/settings.ts';
import type { Property, Change } from './crm-objects.ts';

export function nameOf({ firstName, lastName, email }: WorkbenchOwner): string {
  return `${firstName} ${lastName}`.trim() || email;
}

function dateIn(value: string): Date | undefined {
  const date = new Date(/^-?\d+$/.test(value) ? Number(value) : value);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** The calendar day of a stored date, as `2026-11-22`; what is no date stays as it is. */
export function dayOf(value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  return dateIn(value)?.toISOString().slice(0, 10) ?? value;
}

/** The portal's formats of values, times and days. Text that is no date stays unchanged. */
export function portalTexts({ portal, owners }: Pick<WorkbenchSettings, 'portal' | 'owners'>) {
  const inZone = (options: Intl.DateTimeFormatOptions, timeZone = portal.timezone) => {
    const format = new Intl.DateTimeFormat('en-GB', { ...options, timeZone });
    return (value: string) => {
      const date = dateIn(value);
      return date ? format.format(date) : value;
    };
  };
  const momentText = inZone({ dateStyle: 'medium', timeStyle: 'short' });
  const dateText = inZone({ dateStyle: 'medium' }, 'UTC');

  /** The text of a stored value: labels of options, names of owners, dates in the portal's time zone. */
  const valueText = ({ type, options, fieldType, isOwner }: Property, value: string): string => {
    if (type === 'datetime') return momentText(value);
    if (type === 'date') return dateText(value);
    if (isOwner) {
      const owner = owners.find(({ id }) => id === value);
      return owner ? nameOf(owner) : value;
    }
    if (options.length === 0) return value;
    const values = fieldType === 'checkbox' ? value.split(';') : [value];
    return values.map((each) => options.find((option) => option.value === each)?.label ?? each).join(', ');
  };
  // en-CA writes days as ISO 8601.
  const isoDay = new Intl.DateTimeFormat('en-CA', { timeZone: portal.timezone });
  return { momentText, valueText, dayText: inZone({ dateStyle: 'full' }), isoDay };
}

const SOURCES: Record<string, string> = {
  CRM_UI: 'CRM page',
  INTEGRATION: 'App',
  API: 'API',
  IMPORT: 'Import',
  AUTOMATION_PLATFORM: 'Workflow',
  CALCULATED: 'Calculated',
};

/** The person behind a change; empty when the history names none. */
export function personOf(owners: readonly WorkbenchOwner[], { userId }: Pick<Change, 'userId'>): string {
  const owner = owners.find((each) => each.userId === userId);
  if (owner) return nameOf(owner);
  return userId > 0 ? `User ${userId}` : '';
}

/** The source of a change: the name of the app, or the kind of source. */
export function throughText({ source, sourceLabel }: Pick<Change, 'source' | 'sourceLabel'>): string {
  return sourceLabel || (SOURCES[source] ?? source);
}

export function sourceText(change: Change): string {
  const label = throughText(change);
  return change.sourceId ? `${label} (${change.sourceId})` : label;
}
