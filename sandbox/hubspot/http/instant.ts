const ISO = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?$/;
const YEAR_1 = Date.parse('0001-01-01');
const YEAR_10000 = Date.parse('+010000-01-01');

/** Parses epoch milliseconds or ISO 8601 (UTC by default). @returns milliseconds; undefined for anything else */
export function instantOf(text: string): number | undefined {
  const time = /^-?\d{1,15}$/.test(text) ? Number(text) : isoInstant(text);
  return time >= YEAR_1 && time < YEAR_10000 ? time : undefined;
}

/** NaN for an invalid text. `Date.parse` alone would turn 30 February into 2 March. */
function isoInstant(text: string): number {
  const [, day, clock, zone] = ISO.exec(text) ?? [];
  const midnight = Date.parse(day ?? '');
  if (day === undefined || Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(day))
    return NaN;
  return Date.parse(clock !== undefined && zone === undefined ? `${text}Z` : text);
}

/** Milliseconds since 1970 as HubSpot writes times: ISO 8601 in UTC, without milliseconds where they are zero (recorded). */
export function isoOf(time: number): string {
  return new Date(time).toISOString().replace('.000Z', 'Z');
}
