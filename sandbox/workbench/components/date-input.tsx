import type { DateInputEventsPayload, DateInputProps, BaseDate } from '@hubspot/ui-extensions';
import { useId } from 'react';
import { useDraft } from './draft.ts';
import { Field, fieldAttributes } from './field.tsx';

/** `{ year: 2026, month: 10, date: 3 }` is 2026-11-03: HubSpot counts months from 0. */
function isoOf({ year, month, date }: BaseDate): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month + 1)}-${two(date)}`;
}

/** Undefined unless a whole ISO date after year 999: browsers report years while they are typed. */
function dateIn(iso: string): BaseDate | undefined {
  const [, year, month, date] = /^([1-9]\d{3})-(\d\d)-(\d\d)$/.exec(iso) ?? [];
  if (year === undefined) return undefined;
  return { year: Number(year), month: Number(month) - 1, date: Number(date) };
}

const STYLES = {
  short: { year: 'numeric', month: '2-digit', day: '2-digit' },
  long: { year: 'numeric', month: 'long', day: 'numeric' },
  medium: { year: 'numeric', month: 'short', day: 'numeric' },
} as const;
const STYLE_OF = {
  L: 'short',
  LL: 'long',
  ll: 'medium',
  short: 'short',
  long: 'long',
  medium: 'medium',
} as const;

function formatDate(date: BaseDate, format: NonNullable<DateInputProps['format']> = 'short'): string {
  if (format === 'standard' || format === 'YYYY-MM-DD') return isoOf(date);
  const moment = new Date(Date.UTC(date.year, date.month, date.date));
  return new Intl.DateTimeFormat('en-US', { ...STYLES[STYLE_OF[format]], timeZone: 'UTC' }).format(moment);
}

export function DateInput(props: DateInputProps) {
  const id = useId();
  const { min, max, format, onChange, onBlur, onFocus } = props;
  const given = props.value ?? props.defaultValue;
  const { draft, edit, settle } = useDraft(given && isoOf(given), '');
  const payload = (iso: string): DateInputEventsPayload => {
    const date = dateIn(iso);
    // HubSpot's type has no cleared date. null stands for an unset `value` elsewhere in it.
    if (!date) return null as unknown as DateInputEventsPayload;
    return { ...date, formattedDate: formatDate(date, format) };
  };
  const put = (iso: string) => {
    edit(iso);
    if (iso !== '' && !dateIn(iso)) return;
    onChange?.(payload(iso));
    settle();
  };
  return (
    <Field id={id} {...props}>
      <input
        {...fieldAttributes(id, props)}
        type="date"
        className="ui-input"
        name={props.name}
        value={draft}
        min={min && isoOf(min)}
        max={max && isoOf(max)}
        readOnly={props.readOnly}
        onChange={(event) => put(event.target.value)}
        onBlur={() => onBlur?.(payload(draft))}
        onFocus={() => onFocus?.(payload(draft))}
      />
    </Field>
  );
}
