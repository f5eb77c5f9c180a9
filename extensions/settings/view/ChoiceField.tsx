import { MultiSelect, Select } from '@hubspot/ui-extensions';

import type { SourceChoice } from '../../../src/contract/facts.ts';
import { CHOOSE_ONE, NOTHING_TO_CHOOSE } from '../../../src/messages/settings-page.ts';

import { type Form, LinesField, TextField } from './fields.tsx';

interface ChoiceProps<Value> {
  form: Form;
  path: string;
  label: string;
  value: Value;
  /** Null or empty where they cannot be read, or there are none: then the value is typed. */
  choices: readonly SourceChoice[] | null;
  /** How a value is shown that is not among the choices. */
  absent: (value: string) => string;
  onEdit: (value: Value, isTyping: boolean) => void;
}

/** One of what the portal has. */
export function ChoiceField(props: ChoiceProps<string>) {
  const { form, path, label, value, choices, absent, onEdit } = props;
  if (choices === null) return <TextField {...props} />;
  if (choices.length === 0) return <TextField {...props} description={NOTHING_TO_CHOOSE} />;
  const fault = value === '' ? CHOOSE_ONE : form.faultAt(path);
  return (
    <Select
      key={form.revision}
      name={path}
      label={label}
      placeholder="Choose"
      {...(value !== '' && { value })}
      options={withStored(choices, value === '' ? [] : [value], absent)}
      error={fault !== null}
      {...(fault !== null && { validationMessage: fault })}
      onChange={(chosen) => onEdit(String(chosen), false)}
    />
  );
}

/** Some of what the portal has. @param placeholder what none of them means */
export function ChoicesField(props: ChoiceProps<readonly string[]> & { placeholder: string }) {
  const { form, path, label, value, placeholder, choices, absent, onEdit } = props;
  if (choices === null || choices.length === 0)
    return <LinesField {...props} label={`${label}, one a line`} description={placeholder} />;
  const fault = form.faultAt(path);
  return (
    <MultiSelect
      key={form.revision}
      name={path}
      label={label}
      placeholder={placeholder}
      value={[...value]}
      options={withStored(choices, value, absent)}
      error={fault !== null}
      {...(fault !== null && { validationMessage: fault })}
      onChange={(chosen) => onEdit(chosen.map(String), false)}
    />
  );
}

/** The choices, and behind them what is stored and none of them. */
function withStored(
  choices: readonly SourceChoice[],
  stored: readonly string[],
  absent: (value: string) => string,
): SourceChoice[] {
  const known = new Set(choices.map(({ value }) => value));
  const others = stored.filter((value) => !known.has(value));
  return [...choices, ...others.map((value) => ({ value, label: absent(value) }))];
}
