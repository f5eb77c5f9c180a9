import type { CommonGroupProps, ToggleGroupOption, ToggleGroupProps } from '@hubspot/ui-extensions';
import { useId } from 'react';
import { classNames } from './class-names.ts';
import { sizeOf } from './distances.ts';
import { useDraft } from './draft.ts';
import { FieldLabel, FieldNotes } from './field.tsx';
import { oldNames } from './old-names.ts';
import { InfoTip } from './tooltip.tsx';

interface OptionProps {
  option: ToggleGroupOption;
  group: string;
  radio: boolean;
  checked: boolean;
  onPick: (checked: boolean) => void;
}

function Option({ option, group, radio, checked, onPick }: OptionProps) {
  const id = useId();
  return (
    <label className="ui-check">
      <input
        type={radio ? 'radio' : 'checkbox'}
        name={group}
        checked={checked}
        disabled={option.readOnly ?? oldNames(option).readonly}
        aria-describedby={option.description && id}
        onChange={(event) => onPick(event.target.checked)}
      />
      <span>
        {option.label}
        {option.description && (
          <span className="ui-description" id={id}>
            {option.description}
          </span>
        )}
      </span>
    </label>
  );
}

const initialOf = (options: ToggleGroupOption[]) =>
  options.filter((option) => option.initialIsChecked).map((option) => option.value);

/** Chosen values as a list, whichever of HubSpot's two shapes the card uses. */
function chosenOf({ value, options }: CommonGroupProps): string[] | undefined {
  if (value === undefined) {
    const initial = initialOf(options);
    return initial.length > 0 ? initial : undefined;
  }
  if (Array.isArray(value)) return value;
  return value === '' ? [] : [value];
}

function isSmall(props: CommonGroupProps): boolean {
  if (oldNames(props).variant === 'small') return true;
  return props.size !== undefined && props.size !== 'default' && sizeOf(props.size, 'md') === 'sm';
}

export function ToggleGroup(props: ToggleGroupProps) {
  // The browser groups radios by name, and two groups of one card may share a name.
  const id = useId();
  const { options, label, tooltip, validationMessage, error = false } = props;
  const radio = props.toggleType === 'radioButtonList';
  const { draft, edit, settle } = useDraft<string[]>(chosenOf(props), []);
  const pick = (value: string, checked: boolean) => {
    const others = radio ? [] : draft.filter((each) => each !== value);
    const next = checked ? [...others, value] : others;
    edit(next);
    if (props.toggleType === 'radioButtonList') props.onChange?.(value);
    else props.onChange?.(next);
    settle();
  };
  return (
    <fieldset
      className={classNames('ui-field', 'ui-group', error && 'is-error', isSmall(props) && 'is-sm')}
      role={radio ? 'radiogroup' : undefined}
      aria-describedby={validationMessage && `${id}-message`}
    >
      <legend className="ui-label">
        <FieldLabel {...props} />
        {tooltip && <InfoTip label={label} text={tooltip} />}
      </legend>
      <div className={classNames('ui-options', props.inline && 'is-inline')}>
        {options.map((option) => (
          <Option
            key={option.value}
            {...{ option, radio }}
            group={id}
            checked={draft.includes(option.value)}
            onPick={(checked) => pick(option.value, checked)}
          />
        ))}
      </div>
      {validationMessage && <FieldNotes {...{ id, validationMessage, error }} />}
    </fieldset>
  );
}
