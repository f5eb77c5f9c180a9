import { type Field, type FieldKind, type FieldValue, choicesOf } from './fields.ts';
import { MAX_PROSE } from './scorecard.ts';

/** Narrows what came through a door to a value that the field may hold. What is wrong with others: field-fault.ts. */
export function isFieldValue({ kind }: Pick<Field, 'kind'>, value: unknown): value is FieldValue {
  return isAllowed(kind, value);
}

function isAllowed(kind: FieldKind, value: unknown): boolean {
  const isChoice = (item: unknown) => choicesOf(kind)?.some((choice) => choice === item) ?? false;
  switch (kind) {
    case 'rating':
    case 'type':
      return value === null || isChoice(value);
    case 'state':
      return isChoice(value);
    case 'types':
    case 'artifacts':
      return Array.isArray(value) && value.every(isChoice);
    case 'prose':
      return typeof value === 'string' && value.length <= MAX_PROSE;
    case 'count':
      return value === null || (Number.isSafeInteger(value) && Number(value) >= 0);
    case 'date':
      return value === null || isDay(value);
  }
}

/** A day that exists: 2026-02-30 does not. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}
