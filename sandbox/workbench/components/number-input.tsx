import type { NumberInputProps } from '@hubspot/ui-extensions';
import { useId, useRef } from 'react';
import { Field, fieldAttributes } from './field.tsx';
import { useDraft } from './draft.ts';
import { oldNames } from './old-names.ts';

type NumberProps = Omit<NumberInputProps, 'textAlign' | 'formatStyle'>;

/** The number in a text; undefined for an empty one. */
function numberIn(text: string): number | undefined {
  const number = Number(text.replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(number) ? undefined : number;
}

function rounded(number: number | undefined, precision: number | undefined): number | undefined {
  return number === undefined || precision === undefined ? number : Number(number.toFixed(precision));
}

/** State of a number input: text while typing, a number for the card on commit. */
function useNumber(props: NumberProps) {
  const given = props.value ?? props.defaultValue;
  const { draft, edit, settle } = useDraft(given === undefined ? undefined : String(given), '');
  const committed = useRef(draft);
  const put = (text: string) => {
    const number = rounded(numberIn(text), props.precision);
    const kept = number === undefined ? '' : String(number);
    edit(kept);
    if (committed.current === kept) return;
    committed.current = kept;
    // HubSpot's type has no empty number; an emptied input sends undefined.
    props.onChange?.(number as number);
    settle();
  };
  const type = (text: string) => {
    edit(text);
    const number = numberIn(text);
    if (number !== undefined) oldNames(props).onInput?.(number);
  };
  const attributes = {
    name: props.name,
    value: draft,
    placeholder: props.placeholder,
    readOnly: props.readOnly,
    inputMode: 'decimal' as const,
    onFocus: () => {
      committed.current = draft;
      props.onFocus?.(numberIn(draft) as number);
    },
    onBlur: () => {
      put(draft);
      props.onBlur?.(numberIn(draft) as number);
    },
  };
  return { draft, put, type, attributes };
}

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
