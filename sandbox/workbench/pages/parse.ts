/** Readers for JSON from outside. A missing value or one of another type becomes empty. */

export type Json = Record<string, unknown>;

export function recordIn(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

export function listIn(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function textIn(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

export function numberIn(value: unknown): number {
  const number = Number(value);
  return Number.isFinite(number) ? number : 0;
}

/** @returns undefined unless the text is a whole number within the limits */
export function wholeNumberIn(text: string, lowest: number, highest: number): number | undefined {
  const number = Number(text);
  const isWhole = text.trim() !== '' && Number.isInteger(number);
  return isWhole && number >= lowest && number <= highest ? number : undefined;
}
