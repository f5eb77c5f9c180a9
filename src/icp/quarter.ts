/** A quarter of the calendar year, `2027-Q1`. */
export type Quarter = `${number}-Q${1 | 2 | 3 | 4}`;

const QUARTER = /^[12]\d{3}-Q[1-4]$/;

/** Whether the value names a quarter: `2027-Q5` does not. */
export function isQuarter(value: unknown): value is Quarter {
  return typeof value === 'string' && QUARTER.test(value);
}

/** The quarter of a day. @param day `YYYY-MM-DD` */
export function quarterOf(day: string): Quarter {
  const [year = '', month = ''] = day.split('-');
  return `${Number(year)}-Q${quarterOfMonth(Number(month))}`;
}

/** So many quarters in a row, that of the day first. @param day `YYYY-MM-DD` */
export function quartersFrom(day: string, count: number): Quarter[] {
  const [year = '', month = ''] = day.split('-');
  const first = Number(year) * 4 + quarterOfMonth(Number(month)) - 1;
  return Array.from({ length: count }, (_, index): Quarter => {
    const nth = first + index;
    return `${Math.floor(nth / 4)}-Q${((nth % 4) + 1) as 1 | 2 | 3 | 4}`;
  });
}

function quarterOfMonth(month: number): 1 | 2 | 3 | 4 {
  return Math.ceil(month / 3) as 1 | 2 | 3 | 4;
}
