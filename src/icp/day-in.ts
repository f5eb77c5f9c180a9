/** Making a format costs more than a hundred uses of it. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();

/**
 * The day at a time in a time zone, `YYYY-MM-DD`.
 *
 * @param zone IANA name; null, or a name that is not known here, is UTC
 */
export function dayIn(zone: string | null, time: Date): string {
  const name = zone ?? 'UTC';
  const minute = Math.floor(time.getTime() / MINUTE_MS);
  const last = LAST.get(name);
  if (last?.minute === minute) return last.day;
  const parts = new Map(
    formatOf(name)
      .formatToParts(time)
      .map(({ type, value }) => [type, value]),
  );
  const day = `${parts.get('year') ?? ''}-${parts.get('month') ?? ''}-${parts.get('day') ?? ''}`;
  LAST.set(name, { minute, day });
  return day;
}

/** The last answer for a zone: judging many records asks for today again and again. Days begin with a minute everywhere. */
const LAST = new Map<string, { minute: number; day: string }>();
const MINUTE_MS = 60_000;

/** The time of day in a time zone: `14:38`. A zone that is null or not known here is UTC. */
export function timeIn(zone: string | null, time: Date): string {
  const parts = new Map(
    formatOf(zone ?? 'UTC')
      .formatToParts(time)
      .map(({ type, value }) => [type, value]),
  );
  return `${parts.get('hour') ?? ''}:${parts.get('minute') ?? ''}`;
}

/**
 * The day of a stored time in a time zone, `YYYY-MM-DD`.
 *
 * @param time ISO 8601, or the milliseconds that HubSpot may keep in its place
 * @returns null for a text that is no time
 */
export function dayOfTime(zone: string | null, time: string): string | null {
  const at = new Date(/^\d+$/.test(time) ? Number(time) : time);
  return Number.isNaN(at.getTime()) ? null : dayIn(zone, at);
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A day as people read it: `31 March 2027`. A text that is no `YYYY-MM-DD` stays as it is. */
export function dayInWords(day: string): string {
  const [, year, month = '', date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? day : `${Number(date)} ${name} ${year}`;
}

/** So many days later. @returns `YYYY-MM-DD`; null for a text that is no day, or where years have no four digits any more */
export function daysAfter(day: string, days: number): string | null {
  const time = Date.parse(day) + days * DAY_MS;
  return time < LAST_DAY ? new Date(time).toISOString().slice(0, 10) : null;
}

const DAY_MS = 86_400_000;
const LAST_DAY = Date.parse('9999-12-31');

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = FORMATS.get(zone);
  if (known !== undefined) return known;
  const format = newFormat(zone) ?? formatOf('UTC');
  FORMATS.set(zone, format);
  return format;
}

function newFormat(timeZone: string): Intl.DateTimeFormat | null {
  try {
    const day = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
    const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    return new Intl.DateTimeFormat('en', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      ...day,
      ...time,
    });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
