import { byRecordId } from './record-id.ts';

/** A scorecard whose review falls due. */
export interface ReviewToSpread {
  companyId: string;
  /** Whoever reviews it; null for nobody in particular. */
  owner: string | null;
  /** The day on which it is due already, `YYYY-MM-DD`. */
  due: string | null;
}

/** Over how many weeks reviews are spread. */
export const SPREAD_WEEKS = 4;

const DAY_MS = 86_400_000;

/**
 * Spreads reviews over the working days of the next four weeks, evenly for each owner. One that is due within that time
 * already keeps its day and counts. Spreading again, also what was spread by half, moves nothing that was spread.
 *
 * @param today `YYYY-MM-DD`; the first day is the one after it
 * @returns per company the day, `YYYY-MM-DD`
 */
export function spreadReviews(reviews: readonly ReviewToSpread[], today: string): Map<string, string> {
  const days = workingDays(today);
  const last = dayAfter(today, SPREAD_WEEKS * 7);
  const spread = new Map<string, string>();
  for (const owner of new Set(reviews.map((review) => review.owner))) {
    const mine = reviews.filter((review) => review.owner === owner);
    const load = new Map(days.map((day) => [day, 0]));
    const weekLoad = Array.from({ length: SPREAD_WEEKS }, () => 0);
    const count = (day: string) => {
      load.set(day, (load.get(day) ?? 0) + 1);
      const week = weekOf(day, today);
      weekLoad[week] = (weekLoad[week] ?? 0) + 1;
    };
    const [kept, free] = [
      mine.filter(({ due }) => isKept(due, last)),
      mine.filter(({ due }) => !isKept(due, last)),
    ];
    for (const { companyId, due } of kept) {
      spread.set(companyId, due ?? last);
      count(due ?? last);
    }
    for (const { companyId } of free.sort((one, other) => byRecordId(one.companyId, other.companyId))) {
      const week = weekLoad.indexOf(Math.min(...weekLoad));
      const inWeek = days.filter((day) => weekOf(day, today) === week);
      const least = Math.min(...inWeek.map((day) => load.get(day) ?? 0));
      const day = inWeek.find((each) => load.get(each) === least) ?? last;
      spread.set(companyId, day);
      count(day);
    }
  }
  return spread;
}

/** Of the four weeks after today, the one that a day is in, from 0. What is overdue counts as the first. */
export function weekOf(day: string, today: string): number {
  const days = (Date.parse(day) - Date.parse(today)) / DAY_MS;
  return Math.min(SPREAD_WEEKS - 1, Math.max(0, Math.ceil(days / 7) - 1));
}

function isKept(due: string | null, last: string): boolean {
  return due !== null && due <= last;
}

/** Monday to Friday. */
function workingDays(today: string): string[] {
  return Array.from({ length: SPREAD_WEEKS * 7 }, (_, index) => dayAfter(today, index + 1)).filter((day) => {
    const weekday = new Date(day).getUTCDay();
    return weekday !== 0 && weekday !== 6;
  });
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}
