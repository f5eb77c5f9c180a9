import { isDay } from '../../icp/field-values.ts';
import type { FieldValue } from '../../icp/fields.ts';
import {
  DAY_AS_NUMBER,
  dayInWords,
  dayTwoOrders,
  dayUnclear,
  dayWithoutCentury,
} from '../../messages/csv.ts';
import type { CellValue } from './number-cells.ts';

/** In which order a column writes day and month, as far as its cells prove it. */
export type DayOrder = 'day-first' | 'month-first' | 'contradictory' | null;

interface Reading {
  order: 'day-first' | 'month-first';
  day: string;
}

/**
 * A day as a spreadsheet writes it. Year first, and day first with dots, can be read one way only. Of the rest, 03/04/2026
 * could be two days: the order that the column proves decides, else what is stored.
 *
 * @param found what is stored: a cell that can mean just that is no change
 * @returns the day as `YYYY-MM-DD`; a text that is no day stays as it is
 */
export function dayInCell(cell: string, order: DayOrder, found: FieldValue): CellValue {
  const text = withoutMidnight(cell);
  const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (yearFirst !== null) return { value: dayOf(yearFirst[1], yearFirst[3], yearFirst[4]) };
  if (/^\d{5}$/.test(text)) return { fault: DAY_AS_NUMBER };
  if (/\p{L}{3}/u.test(text) && /\d/.test(text)) return { fault: dayInWords(cell) };
  const { readings, hasCentury } = readingsOf(text);
  const [first, second] = readings;
  if (first === undefined) return { value: cell };
  const stored = readings.find(({ day }) => day === found);
  if (!hasCentury) return stored === undefined ? { fault: dayWithoutCentury(cell) } : { value: found };
  if (second === undefined) return { value: first.day };
  const decided = readings.find((reading) => reading.order === (text.includes('.') ? 'day-first' : order));
  const day = decided?.day ?? stored?.day;
  if (day !== undefined) return { value: day };
  const sentence = order === 'contradictory' ? dayTwoOrders : dayUnclear;
  return { fault: sentence(cell, first.day, second.day) };
}

/** The order that cells of one column prove: 11/23/2026 has the month first, and no month is the 23rd. */
export function dayOrderOf(cells: readonly string[]): DayOrder {
  const orders = new Set<DayOrder>();
  for (const cell of cells) {
    const { readings, hasCentury } = readingsOf(withoutMidnight(cell.trim()));
    const [only, second] = readings;
    if (
      only !== undefined &&
      second === undefined &&
      hasCentury &&
      !isDoubled(only.day) &&
      !cell.includes('.')
    )
      orders.add(only.order);
  }
  const [first = null, other] = orders;
  return other === undefined ? first : 'contradictory';
}

/** What a text like 03/04/2026 can mean, each day once. */
function readingsOf(text: string): { readings: Reading[]; hasCentury: boolean } {
  const [, one = '', , other = '', year = ''] =
    /^(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{2}|\d{4})\.?$/.exec(text) ?? [];
  const hasCentury = year.length === 4;
  const whole = hasCentury ? year : `20${year}`;
  const dayFirst = { order: 'day-first', day: dayOf(whole, other, one) } as const;
  const monthFirst = { order: 'month-first', day: dayOf(whole, one, other) } as const;
  const readings = [dayFirst, ...(monthFirst.day === dayFirst.day ? [] : [monthFirst])];
  return { readings: readings.filter(({ day }) => isDay(day)), hasCentury };
}

/** Whether day and month are the same number, which proves no order. */
function isDoubled(day: string): boolean {
  return day.slice(5, 7) === day.slice(8);
}

function dayOf(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Some spreadsheets write a day with the time of its beginning. */
function withoutMidnight(text: string): string {
  return text.replace(/[ T](?:0{1,2}:00(?::00(?:\.0+)?)?Z?|12:00(?::00)? AM)$/i, '');
}
