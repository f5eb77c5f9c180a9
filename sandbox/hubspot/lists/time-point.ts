import { offsetOf } from '../account/time-zone.ts';
import { type JsonObject, objectOf, requiredText, textIn, wholeNumberIn } from '../http/json.ts';
import { invalid } from '../http/refusal.ts';

const UNITS = { milliseconds: 1, seconds: 1_000, minutes: 60_000, hours: 3_600_000, days: 86_400_000, weeks: 604_800_000 }; // prettier-ignore
const MONTHS = { months: 1, quarters: 3, years: 12 };

/**
 * A time point of a list filter in milliseconds: a date in a time zone, or an offset from now or from today's midnight.
 *
 * @param accountZone the zone where the filter names none
 * @throws Refusal 400, also for references that the sandbox does not know (weeks, months, fiscal years, properties)
 */
export function parseTimePoint(value: unknown, now: number, accountZone: string): number {
  const point = objectOf(value, 'a time point');
  const zone = textIn(point, 'zoneId') ?? accountZone;
  const timeType = requiredText(point, 'timeType');
  if (timeType === 'DATE') return datePoint(point, zone);
  if (timeType === 'INDEXED') return indexedPoint(point, zone, now);
  throw invalid(
    `The sandbox supports time points of the types DATE and INDEXED, not ${timeType.slice(0, 50)}.`,
  );
}

function datePoint(point: JsonObject, zone: string): number {
  const [year, month, day] = ['year', 'month', 'day'].map((name) => wholeNumberIn(point, name));
  if (year === undefined || month === undefined || day === undefined)
    throw invalid('A DATE needs year, month and day.');
  const [hour = 0, minute = 0, second = 0, ms = 0] = ['hour', 'minute', 'second', 'millisecond'].map((name) =>
    wholeNumberIn(point, name),
  );
  const time = Date.UTC(year, month - 1, day, hour, minute, second, ms);
  const read = new Date(time);
  if (Number.isNaN(time) || read.getUTCMonth() !== month - 1 || read.getUTCDate() !== day)
    throw invalid(`There is no day ${year}-${month}-${day}.`);
  return time - zoneOffset(time, zone);
}

function indexedPoint(point: JsonObject, zone: string, now: number): number {
  const reference = requiredText(objectOf(point['indexReference'], 'indexReference'), 'referenceType');
  if (reference !== 'NOW' && reference !== 'TODAY')
    throw invalid(`The sandbox supports the references NOW and TODAY, not ${reference.slice(0, 50)}.`);
  const local = now + zoneOffset(now, zone);
  const start = reference === 'NOW' ? local : local - mod(local, UNITS.days);
  const offset = objectOf(point['offset'] ?? {}, 'offset');
  const moved = new Date(start);
  for (const [name, months] of Object.entries(MONTHS))
    moved.setUTCMonth(moved.getUTCMonth() + months * (wholeNumberIn(offset, name) ?? 0));
  let time = moved.getTime();
  for (const [name, ms] of Object.entries(UNITS)) time += ms * (wholeNumberIn(offset, name) ?? 0);
  if (!Number.isFinite(time) || Math.abs(time) > 8e15) throw invalid('The offset is out of range.');
  return time - zoneOffset(time, zone);
}

const mod = (value: number, by: number) => ((value % by) + by) % by;

/** @throws Refusal 400 for a zone that does not exist */
function zoneOffset(time: number, zone: string): number {
  try {
    return offsetOf(zone, time);
  } catch {
    throw invalid(`There is no time zone ${zone.slice(0, 50)}.`);
  }
}
