import type { Random } from './random.ts';

const DAY_MS = 86_400_000;

/** Turns "so many days ago" into moments and days. */
export interface Calendar {
  /** `YYYY-MM-DD`; a negative number lies ahead. */
  day(daysAgo: number): string;
  daysSince(day: string): number;
  /** Within office hours, at least one day ago. Weekends move back to Friday, which keeps the order. */
  moment(daysAgo: number): Date;
}

export function openCalendar(now: Date, random: Random): Calendar {
  const midnight = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  const before = (daysAgo: number) => new Date(midnight - daysAgo * DAY_MS);
  return {
    day: (daysAgo) => before(daysAgo).toISOString().slice(0, 10),
    daysSince: (day) => (midnight - Date.parse(day)) / DAY_MS,
    moment: (daysAgo) => {
      const weekday = before(daysAgo).getUTCDay();
      const workday = before(daysAgo + (weekday === 6 ? 1 : weekday === 0 ? 2 : 0));
      return new Date(workday.getTime() + random.whole(8 * 60, 17 * 60) * 60_000 + random.whole(0, 59_999));
    },
  };
}
