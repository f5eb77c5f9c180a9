import { type BaseDate, DateInput, NumberInput } from '@hubspot/ui-extensions';

import { faultOf } from '../state/drafts.ts';
import type { Session } from '../state/session.ts';

interface InputProps<Value> {
  name: string;
  label: string;
  value: Value | null;
  session: Session;
}

/** An input for a count. Empty means unknown. */
export function Count({ name, label, value, session }: InputProps<number>) {
  const fault = faultOf({ kind: 'count' }, value);
  return (
    <NumberInput
      name={name}
      label={label}
      {...(value !== null && { value })}
      error={fault !== null}
      {...(fault !== null && { validationMessage: fault })}
      // an emptied input passes no value, although its type says a number
      onChange={(count: number | null | undefined) => session.edit(name, countIn(count))}
    />
  );
}

function countIn(count: number | null | undefined): number | null {
  return count === null || count === undefined || Number.isNaN(count) ? null : count;
}

/** An input for a day. Empty means unknown. */
export function Day({ name, label, value, session }: InputProps<string>) {
  return (
    <DateInput
      name={name}
      label={label}
      format="YYYY-MM-DD"
      todayButtonLabel="Today"
      clearButtonLabel="Clear"
      {...(value !== null && { value: dateOf(value) })}
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
