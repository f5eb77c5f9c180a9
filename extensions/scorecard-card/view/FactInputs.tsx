import { type BaseDate, DateInput, Input } from '@hubspot/ui-extensions';

import type { FieldValue } from '../../../src/icp/fields.ts';

import { faultOf } from '../state/drafts.ts';
import type { Session } from '../state/session.ts';
import { useInput } from './use-input.ts';

interface InputProps {
  name: string;
  label: string;
  session: Session;
}

/**
 * An input for a count. Empty means unknown. It is a text input, because HubSpot's number input does not say what it did
 * with letters: what is no count stays in sight, with the reason.
 */
export function Count({ name, label, session }: InputProps) {
  const { given, value, revision } = useInput(session, name);
  const fault = faultOf({ kind: 'count' }, value);
  return (
    <Input
      key={revision}
      name={name}
      label={label}
      value={String(given ?? '')}
      error={fault !== null}
      {...(fault !== null && { validationMessage: fault })}
      onInput={(text) => session.type(name, countIn(text), revision)}
      onChange={(text) => {
        session.type(name, countIn(text), revision);
        session.leave(name);
      }}
    />
  );
}

/** A whole number as a number; any other text unchanged. */
function countIn(text: string): FieldValue {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  return /^\d+$/.test(trimmed) ? Number(trimmed) : text;
}

/** An input for a day. Empty means unknown. */
export function Day({ name, label, session }: InputProps) {
  const { value, revision } = useInput(session, name);
  return (
    <DateInput
      key={revision}
      name={name}
      label={label}
      format="YYYY-MM-DD"
      todayButtonLabel="Today"
      clearButtonLabel="Clear"
      {...(typeof value === 'string' && { value: dateOf(value) })}
      // a cleared input passes no value, although its type says a date
      onChange={(date: BaseDate | null | undefined) => session.edit(name, dayIn(date))}
    />
  );
}

/** HubSpot counts months from 0. */
function dateOf(day: string): BaseDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return { year, month: month - 1, date };
}

function dayIn(date: BaseDate | null | undefined): string | null {
  if (date === null || date === undefined) return null;
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.year}-${two(date.month + 1)}-${two(date.date)}`;
}
