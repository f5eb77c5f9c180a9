import type { BaseDate, DateInputProps } from '@hubspot/ui-extensions';

/** `{ year: 2026, month: 10, date: 3 }` is 2026-11-03: HubSpot counts months from 0. */
export function isoOf({ year, month, date }: BaseDate): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month + 1)}-${two(date)}`;
}

/** Undefined for anything but a whole ISO date of a year after 999: browsers report years while they are typed. */
export function dateIn(iso: string): BaseDate | undefined {
  const [, year, month, date] = /^([1-9]\d{3})-(\d\d)-(\d\d)$/.exec(iso) ?? [];
  if (year === undefined) return undefined;
  return { year: Number(year), month: Number(month) - 1, date: Number(date) };
}

const STYLES = {
  short: { year: 'numeric', month: '2-digit', day: '2-digit' },
  long: { year: 'numeric', month: 'long', day: 'numeric' },
  medium: { year: 'numeric', month: 'short', day: 'numeric' },
} as const;
const STYLE_OF = {
  L: 'short',
  LL: 'long',
  ll: 'medium',
  short: 'short',
  long: 'long',
  medium: 'medium',
} as const;

export function formatDate(date: BaseDate, format: NonNullable<DateInputProps['format']> = 'short'): string {
  if (format === 'standard' || format === 'YYYY-MM-DD') return isoOf(date);
  const moment = new Date(Date.UTC(date.year, date.month, date.date));
  return new Intl.DateTimeFormat('en-US', { ...STYLES[STYLE_OF[format]], timeZone: 'UTC' }).format(moment);
}
