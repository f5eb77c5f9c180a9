import { settings } from '../settings.ts';

const timeZone = settings.portal.timezone;
const time = new Intl.DateTimeFormat('en-GB', {
  ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 },
  timeZone,
});
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone });

/** A moment to the millisecond, in the portal's time zone. @param at ISO 8601 */
export function timeText(at: string): string {
  return time.format(new Date(at));
}

/** The day of a moment; empty for today. @param at ISO 8601 */
export function otherDayText(at: string): string {
  const text = day.format(new Date(at));
  return text === day.format(new Date()) ? '' : text;
}
