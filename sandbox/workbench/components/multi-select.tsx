import type { MultiSelectProps } from '@hubspot/ui-extensions';
import { useId } from 'react';
import { classNames } from './class-names.ts';
import { useDraft } from './draft.ts';
import { Field, fieldAttributes } from './field.tsx';
import ChevronDown from 'lucide-react/icons/chevron-down';
import { usePopup } from './popup.ts';

type Options = MultiSelectProps['options'];
type OptionValue = Options[number]['value'];

interface ChoicesProps {
  label: string;
  options: Options;
  chosen: OptionValue[];
  toggle: (value: OptionValue) => void;
}

function Choices({ label, options, chosen, toggle }: ChoicesProps) {
  return (
    <div className="ui-popup" role="group" aria-label={label}>
      {options.map((option, index) => (
        <label key={index} className="ui-check">
          <input
            type="checkbox"
            checked={chosen.includes(option.value)}
            onChange={() => toggle(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}

export function MultiSelect(props: MultiSelectProps) {
  const id = useId();
  const { options, placeholder = 'Select', readOnly, variant = 'input', label = placeholder } = props;
  const { draft, edit, settle } = useDraft<OptionValue[]>(props.value, []);
  const popup = usePopup();
  // aria-invalid and aria-required are not allowed on a button.
  const { 'aria-describedby': describedBy } = fieldAttributes(id, props);
  const toggle = (value: OptionValue) => {
    const next = draft.includes(value) ? draft.filter((each) => each !== value) : [...draft, value];
    edit(next);
    props.onChange?.(next);
    settle();
  };
  const names = options.filter(({ value }) => draft.includes(value)).map((option) => option.label);
  const summary = names.join(', ') || placeholder;
  return (
    <Field id={id} {...props}>
      <div className="ui-popup-frame is-wide" ref={popup.frame} onKeyDown={popup.onKeyDown}>
        <button
          id={id}
          aria-describedby={describedBy}
          type="button"
          ref={popup.button}
          className={classNames('ui-input', 'ui-select-button', `is-${variant}`)}
          aria-label={`${label}: ${summary}`}
          aria-expanded={popup.open}
          disabled={readOnly}
          onClick={() => popup.setOpen(!popup.open)}
        >
          <span className={classNames(names.length === 0 && 'is-placeholder')}>{summary}</span>
          <ChevronDown />
        </button>
        {popup.open && <Choices {...{ label, options, toggle }} chosen={draft} />}
      </div>
    </Field>
  );
}
