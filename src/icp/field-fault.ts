import { isFieldValue } from './field-values.ts';
import { type Field, choicesOf } from './fields.ts';
import { MAX_PROSE } from './scorecard.ts';

/**
 * Says what is wrong with a value for a field, in words that name the field.
 *
 * @returns null when the field may hold the value
 */
export function fieldFault(field: Pick<Field, 'name' | 'kind'>, value: unknown): string | null {
  if (isFieldValue(field, value)) return null;
  return `${field.name}: ${shown(value)} is not allowed here. ${expectationOf(field.kind, value)}`;
}

function expectationOf(kind: Field['kind'], value: unknown): string {
  const choices = (choicesOf(kind) ?? []).join(', ');
  switch (kind) {
    case 'rating':
      return 'A rating is a whole number from 1 to 5, or unknown.';
    case 'type':
    case 'state':
      return `Choose one of ${choices}.`;
    case 'types':
    case 'artifacts':
      return `Give a list of any of ${choices}.`;
    case 'prose':
      return `Give a text of at most ${MAX_PROSE.toLocaleString('en')} characters${typeof value === 'string' ? `; this one has ${value.length.toLocaleString('en')}` : ''}.`;
    case 'count':
      return 'Give a whole number of 0 or more, or nothing.';
    case 'date':
      return 'Give a day as YYYY-MM-DD, or nothing.';
  }
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
