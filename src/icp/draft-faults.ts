import { isInvisible } from './visible-text.ts';

/** What is wrong with what stands beside a profile, with the path of its field. */
export interface DraftFault {
  path: string;
  message: string;
}

/** A link that a profile rests on. */
interface Link {
  url: string;
  owner: string;
  /** `YYYY-MM-DD` */
  on: string;
}

/** The parts of a draft beside its profile. */
interface Beside {
  prerequisites: Readonly<Record<(typeof LINKS)[number], Link | null>>;
  reviewDue: string;
}

const LINKS = ['hypothesis', 'customerIcp', 'thesis'] as const;
const LONGEST_URL = 2_000;
const LONGEST_OWNER = 320;
const NO_DAY = 'this is no day of the calendar';

/**
 * What keeps the parts beside a profile from being published: the day until which it is held, and its links.
 *
 * @param asOf today, `YYYY-MM-DD`; null for what is wrong on any day
 */
export function faultsBeside({ prerequisites, reviewDue }: Beside, asOf: string | null): DraftFault[] {
  return [
    ...reviewFaults(reviewDue, asOf),
    ...LINKS.flatMap((key) => {
      const link = prerequisites[key];
      return link === null ? [] : linkFaults(`prerequisites.${key}`, link);
    }),
  ];
}

/** A year later; the last of February for its 29th. */
export function aYearAfter(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const next = String(Number(year) + 1).padStart(4, '0');
  return month === '02' && date === '29' ? `${next}-02-28` : `${next}-${month}-${date}`;
}

/** Whether a profile may be held until this day. A profile is revisited at least once a year. Source: ideal partner profile guide. */
export function isReviewDay(day: string, asOf: string): boolean {
  return day > asOf && day <= aYearAfter(asOf);
}

function reviewFaults(reviewDue: string, asOf: string | null): DraftFault[] {
  const path = 'reviewDue';
  if (!isDay(reviewDue)) return [{ path, message: NO_DAY }];
  if (asOf === null || isReviewDay(reviewDue, asOf)) return [];
  if (reviewDue <= asOf) return [{ path, message: 'choose a review date after today' }];
  return [{ path, message: 'the profile is reviewed at least once a year, so choose a day within a year' }];
}

function linkFaults(path: string, { url, owner, on }: Link): DraftFault[] {
  const faults: DraftFault[] = [];
  if (!/^https?:\/\/[^\s/]\S*$/i.test(url) || url.length > LONGEST_URL)
    faults.push({ path: `${path}.url`, message: 'a link begins with https:// and has no spaces' });
  if (isInvisible(owner) || owner.length > LONGEST_OWNER)
    faults.push({
      path: `${path}.owner`,
      message: `say who owns it, in at most ${LONGEST_OWNER} characters`,
    });
  if (!isDay(on)) faults.push({ path: `${path}.on`, message: NO_DAY });
  return faults;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(text);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
