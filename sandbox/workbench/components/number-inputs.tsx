import type { CurrencyInputProps, NumberInputProps } from '@hubspot/ui-extensions';
import { useId } from 'react';
import { Field, fieldAttributes } from './field.tsx';
import { useNumber } from './number-draft.ts';

export function NumberInput(props: NumberInputProps) {
  const id = useId();
  const { type, attributes } = useNumber(props);
  return (
    <Field id={id} {...props}>
      <div className="ui-affixed">
        <input
          {...fieldAttributes(id, props)}
          {...attributes}
          className="ui-input"
          style={{ textAlign: props.textAlign }}
          onChange={(event) => type(event.target.value)}
        />
        {props.formatStyle === 'percentage' && <span aria-hidden="true">%</span>}
      </div>
    </Field>
  );
}

export function CurrencyInput({ currency = 'USD', ...props }: CurrencyInputProps) {
  const id = useId();
  const { type, attributes } = useNumber(props);
  return (
    <Field id={id} {...props}>
      <div className="ui-affixed">
        <span aria-hidden="true">{currency}</span>
        <input
          {...fieldAttributes(id, props)}
          {...attributes}
          className="ui-input"
          onChange={(event) => type(event.target.value)}
        />
      </div>
    </Field>
  );
}
