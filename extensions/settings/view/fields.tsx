import { type BaseDate, DateInput, Input, TextArea } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { Settings } from '../../../src/icp/settings.ts';

/** What the inputs of one editor share. */
export interface Form {
  /** The inputs are made anew when it changes. */
  revision: number;
  unread: Readonly<Record<string, string>>;
  faultAt: (path: string) => string | null;
  typeNoNumber: (path: string, text: string) => void;
  leave: () => void;
}

/** The inputs of the settings, and how they change them. */
export interface SettingsEdits extends Form {
  edit: (path: string, change: (settings: Settings) => Settings, isTyping?: boolean) => void;
}

interface FieldProps<Value> {
  form: Form;
  path: string;
  label: string;
  value: Value;
  description?: string;
  onEdit: (value: Value, isTyping: boolean) => void;
}

/** A text of one line. Every keystroke is an edit at once. */
export function TextField(props: FieldProps<string>) {
  return <Typed key={props.form.revision} {...props} text={props.value} onText={props.onEdit} />;
}

/** A text of several lines. */
export function LongText(props: FieldProps<string>) {
  return <Typed key={props.form.revision} {...props} text={props.value} onText={props.onEdit} isLong />;
}

/** A list of texts, one a line. */
export function LinesField({ value, onEdit, ...props }: FieldProps<readonly string[]>) {
  return (
    <Typed
      key={props.form.revision}
      {...props}
      text={value.join('\n')}
      onText={(text, isTyping) => onEdit(linesIn(text), isTyping)}
      isLong
    />
  );
}

function linesIn(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

/** A number. A text input, because HubSpot's number input does not say what it did with letters: they stay in sight. */
export function NumberField({ value, onEdit, ...props }: FieldProps<number>) {
  const { form, path } = props;
  return (
    <Typed
      key={form.revision}
      {...props}
      text={form.unread[path] ?? String(value)}
      onText={(text, isTyping) => {
        const number = numberIn(text);
        if (number === null) form.typeNoNumber(path, text);
        else onEdit(number, isTyping);
      }}
    />
  );
}

function numberIn(text: string): number | null {
  const trimmed = text.trim().replace(',', '.');
  return /^-?\d{1,9}(\.\d{1,6})?$/.test(trimmed) ? Number(trimmed) : null;
}

interface TypedProps extends Pick<FieldProps<unknown>, 'form' | 'path' | 'label' | 'description'> {
  text: string;
  onText: (text: string, isTyping: boolean) => void;
  isLong?: boolean;
}

/** HubSpot's inputs keep what is typed themselves, so an input is given nothing new while it is typed into. */
function Typed({ form, path, label, description, text, onText, isLong = false }: TypedProps) {
  const [given, setGiven] = useState(text);
  const fault = form.faultAt(path);
  const shared = {
    ...{ name: path, label, value: given, error: fault !== null },
    ...(description !== undefined && { description }),
    ...(fault !== null && { validationMessage: fault }),
    onInput: (typed: string) => onText(typed, true),
    onChange: (typed: string) => {
      setGiven(typed);
      onText(typed, true);
      form.leave();
    },
  };
  return isLong ? <TextArea {...shared} rows={2} resize="vertical" /> : <Input {...shared} />;
}

interface DayFieldProps extends Omit<FieldProps<string>, 'onEdit'> {
  onEdit: (day: string) => void;
}

/** A day, `YYYY-MM-DD`; an empty text for none. */
export function DayField({ form, path, label, value, description, onEdit }: DayFieldProps) {
  const fault = form.faultAt(path);
  const date = dateOf(value);
  return (
    <DateInput
      key={form.revision}
      name={path}
      label={label}
      format="YYYY-MM-DD"
      error={fault !== null}
      {...(description !== undefined && { description })}
      {...(fault !== null && { validationMessage: fault })}
      {...(date !== null && { value: date })}
      // a cleared input passes no value, although its type says a date
      onChange={(picked: BaseDate | null | undefined) => onEdit(dayIn(picked))}
    />
  );
}

/** HubSpot counts months from 0. */
function dateOf(day: string): BaseDate | null {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  return year === undefined ? null : { year: Number(year), month: Number(month) - 1, date: Number(date) };
}

function dayIn(date: BaseDate | null | undefined): string {
  if (date === null || date === undefined) return '';
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.year}-${two(date.month + 1)}-${two(date.date)}`;
}
