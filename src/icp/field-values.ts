import { type Field, type FieldValue, choicesOf } from './fields.ts';
import { MAX_PROSE } from './scorecard.ts';

/**
 * Says what is wrong with a value for a field, in words that name the field.
 *
 * @returns null when the field may hold the value
 */
export function fieldFault(field: Pick<Field, 'name' | 'kind'>, value: unknown): string | null {
  const expected = expectationOf(field.kind, value);
  return expected === null ? null : `${field.name}: ${shown(value)} is not allowed here. ${expected}`;
}

/** Narrows what came through a door to a value that the field may hold. */
export function isFieldValue(field: Pick<Field, 'name' | 'kind'>, value: unknown): value is FieldValue {
  return expectationOf(field.kind, value) === null;
}

function expectationOf(kind: Field['kind'], value: unknown): string | null {
  const choices = choicesOf(kind);
  switch (kind) {
    case 'rating':
      return value === null || isOneOf(choices, value)
        ? null
        : 'A rating is a whole number from 1 to 5, or unknown.';
    case 'type':
      return value === null || isOneOf(choices, value) ? null : `Choose one of ${listed(choices)}.`;
    case 'state':
      return isOneOf(choices, value) ? null : `Choose one of ${listed(choices)}.`;
    case 'types':
    case 'artifacts':
      return Array.isArray(value) && value.every((item) => isOneOf(choices, item))
        ? null
        : `Give a list of any of ${listed(choices)}.`;
    case 'prose':
      return typeof value === 'string' && value.length <= MAX_PROSE
        ? null
        : `Give a text of at most ${MAX_PROSE.toLocaleString('en')} characters${typeof value === 'string' ? `; this one has ${value.length.toLocaleString('en')}` : ''}.`;
    case 'count':
      return value === null || (Number.isSafeInteger(value) && Number(value) >= 0)
        ? null
        : 'Give a whole number of 0 or more, or nothing.';
    case 'date':
      return value === null || isDay(value) ? null : 'Give a day as YYYY-MM-DD, or nothing.';
  }
}

/** A day that exists: 2026-02-30 does not. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

function isOneOf(choices: readonly (string | number)[] | null, value: unknown): boolean {
  return choices?.some((choice) => choice === value) ?? false;
}

function listed(choices: readonly (string | number)[] | null): string {
  return (choices ?? []).join(', ');
}

/** Long or nested values are cut, so that a message stays one readable line. */
function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return cut(JSON.stringify(value));
  if (typeof value === 'number' || value === null) return String(value);
  return Array.isArray(value) ? 'this list' : `this ${typeof value}`;
}

function cut(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
