import { isDay } from '../../icp/field-values.ts';
import type { FieldValue } from '../../icp/fields.ts';
import {
  DAY_AS_NUMBER,
  dayInWords,
  dayOtherCalendar,
  dayTwoOrders,
  dayUnclear,
  dayWithoutCentury,
} from '../../messages/csv.ts';
import { englishMonth } from './english-month.ts';
import type { CellValue } from './number-cells.ts';

/** In which order a column writes day and month, as far as its cells prove it. */
export type DayOrder = 'day-first' | 'month-first' | 'contradictory' | null;

interface Reading {
  order: 'day-first' | 'month-first';
  day: string;
}

/**
 * A day as a spreadsheet writes it. Year first, day first with dots, and a month in English can be read one way only. Of
 * the rest, 03/04/2026 could be two days: the order that the column proves decides, else what is stored.
 *
 * @param found what is stored: a cell that can mean just that is no change
 * @returns the day as `YYYY-MM-DD`; a text that is no day stays as it is
 */
export function dayInCell(cell: string, order: DayOrder, found: FieldValue): CellValue {
  const text = withoutMidnight(cell).replace(/\s?г\.?$/, '');
  if (/^\d{5}$/.test(text)) return dayOfNumber(text) === found ? { value: found } : { fault: DAY_AS_NUMBER };
  const buddhist = text.replace(/(?<!\d)2[4-6]\d\d(?!\d)/, (year) => String(Number(year) - BUDDHIST_YEARS));
  const said = readDay(cell, buddhist, order, found);
  if (!('value' in said) || said.value === found || !isDay(said.value)) return said;
  const isOfOurCalendar = buddhist === text && /^(?:19|20|21)/.test(said.value);
  return isOfOurCalendar ? said : { fault: dayOtherCalendar(cell) };
}

/** Thailand counts years from the Buddha: 2569 is 2026. */
const BUDDHIST_YEARS = 543;

function readDay(cell: string, text: string, order: DayOrder, found: FieldValue): CellValue {
  const yearFirst = /^(\d{4})([-/.])\s?(\d{1,2})\2\s?(\d{1,2})\.?$/.exec(text);
  if (yearFirst !== null) return { value: dayOf(yearFirst[1], yearFirst[3], yearFirst[4]) };
  if (/\p{L}{3}/u.test(text) && /\d/.test(text)) return dayWithMonthInWords(cell, text, found);
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

/** Spreadsheets count days from the end of 1899, so that 46349 is 23 November 2026. */
function dayOfNumber(text: string): string {
  return new Date(Date.UTC(1899, 11, 30 + Number(text))).toISOString().slice(0, 10);
}

/** 23-Nov-2026, or November 23, 2026. Months of other languages are not guessed at. */
function dayWithMonthInWords(cell: string, text: string, found: FieldValue): CellValue {
  const parts = text.split(/[\s,./-]+/);
  const words = parts.filter((part) => /^[a-z]{3,9}$/i.test(part)).map((word) => word.toLowerCase());
  const [one = '', other = '', ...more] = parts.filter((part) => /^\d+$/.test(part));
  const month = englishMonth(words[0] ?? '');
  const isWhole = words.length === 1 && more.length === 0 && parts.length === 3;
  if (!isWhole || month === 0 || one.length > 2) return { fault: dayInWords(cell) };
  const day = dayOf(other.length === 2 ? `20${other}` : other, String(month), one);
  if (day === found) return { value: found };
  return other.length === 4 ? { value: isDay(day) ? day : cell } : { fault: dayWithoutCentury(cell) };
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
