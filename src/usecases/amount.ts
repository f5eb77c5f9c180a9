/** A number with its noun: `1 company`, `1,204 companies`. */
export function amount(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}
