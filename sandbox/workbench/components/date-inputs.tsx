import type {
  BaseDate,
  BaseTime,
  DateInputEventsPayload,
  DateInputProps,
  TimeInputProps,
} from '@hubspot/ui-extensions';
import { useId } from 'react';
import { dateIn, formatDate, isoOf } from './dates.ts';
import { useDraft } from './draft.ts';
import { Field, fieldAttributes } from './field.tsx';
import { useFormField } from './form.tsx';

export function DateInput(props: DateInputProps) {
  const id = useId();
  const { min, max, format, onChange, onBlur, onFocus } = props;
  const given = props.value ?? props.defaultValue;
  const { draft, edit, settle } = useDraft(given && isoOf(given), '');
  const payload = (iso: string): DateInputEventsPayload => {
    const date = dateIn(iso);
    // HubSpot's type has no cleared date; null is what an unset `value` is elsewhere in it.
    if (!date) return null as unknown as DateInputEventsPayload;
    return { ...date, formattedDate: formatDate(date, format) };
  };
  const put = (iso: string) => {
    edit(iso);
    if (iso !== '' && !dateIn(iso)) return;
    onChange?.(payload(iso));
    settle();
  };
  useFormField({
    name: props.name,
    read: () => (dateIn(draft) ? formatDate(dateIn(draft) as BaseDate, format) : undefined),
  });
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

const clock = ({ hours, minutes }: BaseTime) =>
  `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;

export function TimeInput(props: TimeInputProps) {
  const id = useId();
  const { min, max, interval = 30, onChange } = props;
  const given = props.value ?? props.defaultValue;
  const { draft, edit, settle } = useDraft(given ? clock(given) : undefined, '');
  const put = (text: string) => {
    edit(text);
    const [hours, minutes] = text.split(':').map(Number);
    if (hours === undefined || minutes === undefined) return;
    onChange?.({ hours, minutes });
    settle();
  };
  useFormField({ name: props.name, read: () => draft || undefined });
  return (
    <Field id={id} {...props}>
      <input
        {...fieldAttributes(id, props)}
        type="time"
        className="ui-input"
        name={props.name}
        value={draft}
        min={min && clock(min)}
        max={max && clock(max)}
        step={interval * 60}
        readOnly={props.readOnly}
        onChange={(event) => put(event.target.value)}
      />
    </Field>
  );
}
