import { ARTIFACTS } from './facts.ts';
import type { Field, FieldKind, FieldValue } from './fields.ts';
import { PARTNER_TYPES } from './partner-types.ts';
import { RATINGS } from './ratings.ts';
import { CHECK_STATES, MAX_PROSE } from './scorecard.ts';
import { shortened } from './visible-text.ts';
import { A_RATING, notAllowed } from '../messages/scorecard.ts';

/** Whether the field may hold the value. `fieldFault` says why not. */
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
    case 'dimensions':
      // which keys exist is up to the profiles; one that a profile does not ask is not waited for
      return Array.isArray(value) && value.every((item) => typeof item === 'string' && KEY.test(item));
    case 'prose':
      return typeof value === 'string' && value.length <= MAX_PROSE;
    case 'count':
      return value === null || (Number.isSafeInteger(value) && Number(value) >= 0);
    case 'date':
      return value === null || isDay(value);
  }
}

/** The key of a dimension. */
const KEY = /^[a-z][a-z0-9_]*$/;

/** Whether the value is an existing day, `YYYY-MM-DD`: 2026-02-30 is not. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

/**
 * A sentence that names the field, the refused value and what is allowed.
 *
 * @returns null when the field may hold the value
 */
export function fieldFault(field: Pick<Field, 'name' | 'kind'>, value: unknown): string | null {
  if (isFieldValue(field, value)) return null;
  return notAllowed(field.name, shown(value), expectationOf(field.kind, value));
}

function expectationOf(kind: Field['kind'], value: unknown): string {
  const choices = (choicesOf(kind) ?? []).join(', ');
  switch (kind) {
    case 'rating':
      return A_RATING;
    case 'type':
    case 'state':
      return `Choose one of ${choices}.`;
    case 'types':
    case 'artifacts':
      return `Give a list of any of ${choices}.`;
    case 'dimensions':
      return 'Give a list of keys of dimensions, such as people.';
    case 'prose':
      return `Give a text of at most ${MAX_PROSE.toLocaleString('en')} characters${typeof value === 'string' ? `; this one has ${value.length.toLocaleString('en')}` : ''}.`;
    case 'count':
      return 'Give a whole number of 0 or more, or nothing.';
    case 'date':
      return 'Give a day as YYYY-MM-DD, or nothing.';
  }
}

/** The value, cut so that the message stays on one line. */
function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return shortened(JSON.stringify(value), 40);
  if (typeof value === 'number' || value === null) return String(value);
  return Array.isArray(value) ? 'this list' : `this ${typeof value}`;
}

/** The values that a field with a closed list may hold; null for other kinds. */
export function choicesOf(kind: FieldKind): readonly (string | number)[] | null {
  switch (kind) {
    case 'rating':
      return RATINGS;
    case 'state':
      return CHECK_STATES;
    case 'type':
    case 'types':
      return PARTNER_TYPES.map(({ key }) => key);
    case 'artifacts':
      return ARTIFACTS.map(({ key }) => key);
    case 'dimensions':
    case 'prose':
    case 'count':
    case 'date':
      return null;
  }
}
