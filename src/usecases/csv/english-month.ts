const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];

/** @param word a month in English, whole or by its first three letters; `sept` as well. In lower case @returns 1 to 12, else 0 */
export function englishMonth(word: string): number {
  const isMonth = (month: string) => month === word || month.slice(0, 3) === word;
  return word === 'sept' ? 9 : MONTHS.findIndex(isMonth) + 1;
}
