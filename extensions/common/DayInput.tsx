import { type BaseDate, DateInput } from '@hubspot/ui-extensions';

interface DayInputProps {
  name: string;
  label: string;
  /** `YYYY-MM-DD`; null for none. */
  day: string | null;
  description?: string;
  isReadOnly?: boolean;
  onDay: (day: string | null) => void;
}

/** An input for a day. Empty means none. */
export function DayInput({ name, label, day, description, isReadOnly = false, onDay }: DayInputProps) {
  return (
    <DateInput
      name={name}
      label={label}
      format="YYYY-MM-DD"
      readOnly={isReadOnly}
      todayButtonLabel="Today"
      clearButtonLabel="Clear"
      {...(description !== undefined && { description })}
      {...(day !== null && { value: dateOf(day) })}
      // a cleared input passes no value, although its type says a date
      onChange={(date: BaseDate | null | undefined) => onDay(dayIn(date))}
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
