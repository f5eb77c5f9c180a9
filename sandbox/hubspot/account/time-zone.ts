const DAY_MS = 86_400_000;

/**
 * Offset of a time zone from UTC in milliseconds.
 *
 * @param zone as IANA names it, or one of its old names such as US/Eastern
 * @throws RangeError for a zone that does not exist
 */
export function offsetOf(zone: string, time: number): number {
  if (zone === 'UTC' || zone === 'Etc/UTC') return 0;
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const name = format.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** Number of the day in a zone, counted from 1970. */
export function dayIn(zone: string, time: number): number {
  return Math.floor((time + offsetOf(zone, time)) / DAY_MS);
}

/** When the next day of a zone begins, in milliseconds. A day on which clocks change has 23 or 25 hours. */
export function nextDayIn(zone: string, time: number): number {
  const midnight = (dayIn(zone, time) + 1) * DAY_MS;
  return midnight - offsetOf(zone, midnight - offsetOf(zone, time));
}

/** An offset as HubSpot writes it: -04:00. */
export function offsetText(ms: number): string {
  const minutes = Math.abs(ms) / 60_000;
  const two = (part: number) => String(Math.floor(part)).padStart(2, '0');
  return `${ms < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}
