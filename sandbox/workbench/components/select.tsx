import type { SelectProps } from '@hubspot/ui-extensions';
import { useId } from 'react';
import { classNames } from './class-names.ts';
import { useDraft } from './draft.ts';
import { Field, fieldAttributes } from './field.tsx';

type OptionValue = NonNullable<SelectProps['value']>;

export function Select(props: SelectProps) {
  const id = useId();
  const { options, placeholder = 'Select', readOnly, variant = 'input' } = props;
  const { draft, edit, settle } = useDraft<OptionValue | null>(props.value, null);
  // The DOM gets positions: values can be numbers or booleans, which it would turn into text.
  const position = options.findIndex(({ value }) => value === draft);
  const choose = (index: number) => {
    const option = options[index];
    if (!option) return;
    edit(option.value);
    props.onChange?.(option.value);
    settle();
  };
  return (
    <Field id={id} {...props}>
      <select
        {...fieldAttributes(id, props)}
        className={classNames('ui-input', 'ui-select', `is-${variant}`)}
        aria-label={props.label ? undefined : placeholder}
        name={props.name}
        value={position}
        disabled={readOnly}
        onChange={(event) => choose(Number(event.target.value))}
      >
        {position < 0 && (
          <option value={-1} disabled>
            {placeholder}
          </option>
        )}
        {options.map(({ label }, index) => (
          <option key={index} value={index}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  );
}
