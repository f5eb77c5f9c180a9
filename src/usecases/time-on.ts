import { dayIn } from '../icp/day-in.ts';

/** A time on the day in the time zone, ISO 8601: noon in UTC, which is on the next day already from UTC+12 on. */
export function timeOn(day: string, zone: string | null): string {
  const noon = `${day}T12:00:00Z`;
  return dayIn(zone, new Date(noon)) === day ? noon : `${day}T00:00:00Z`;
}
