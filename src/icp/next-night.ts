import { dayIn, timeIn } from './day-in.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const FROM_HOUR = 2;
/** Portals are spread over so many minutes, by their ids. */
const SPREAD_MINUTES = 120;

/**
 * When the next night of a portal is: a minute between 2:00 and 4:00 of its own time zone, the same one every night. Where
 * clocks are put forward over that minute, as much later as they are put forward; where it comes twice, the first time.
 *
 * @param zone IANA name; null, or a name that is not known here, is UTC
 */
export function nextNight(zone: string | null, portalId: number, after: Date): Date {
  const minutes = FROM_HOUR * 60 + (portalId % SPREAD_MINUTES);
  const today = Date.parse(dayIn(zone, after));
  const wall = today + minutes * MINUTE_MS;
  const tonight = timeOf(zone, wall);
  return tonight > after ? tonight : timeOf(zone, wall + DAY_MS);
}

/** @param wall what clocks of the zone show, as if it were UTC */
function timeOf(zone: string | null, wall: number): Date {
  const wallAt = (time: number) => {
    const date = new Date(time);
    return Date.parse(`${dayIn(zone, date)}T${timeIn(zone, date)}Z`);
  };
  // as clocks stand the day before, and the day after: one of them where a change of summer time lies in between
  const [before, behind] = [wall - DAY_MS, wall + DAY_MS].map((near) => wall - (wallAt(near) - near));
  const candidates = [before ?? wall, behind ?? wall].filter((time) => wallAt(time) === wall);
  return new Date(candidates.length > 0 ? Math.min(...candidates) : (before ?? wall));
}
