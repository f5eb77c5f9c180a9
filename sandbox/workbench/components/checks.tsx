import type { CheckboxProps, RadioButtonProps, ToggleProps } from '@hubspot/ui-extensions';
import { useId } from 'react';
import { classNames } from './class-names.ts';
import { sizeOf } from './distances.ts';
import { useDraft } from './draft.ts';
import { oldNames } from './old-names.ts';

function Check({ kind, ...props }: CheckboxProps & { kind: 'checkbox' | 'radio' }) {
  const id = useId();
  const { value = '', description, name, children } = props;
  const { draft, edit, settle } = useDraft(props.checked ?? props.initialIsChecked, false);
  const small =
    oldNames(props).variant === 'small' ||
    (props.size && props.size !== 'default' && sizeOf(props.size, 'md') === 'sm');
  return (
    <label className={classNames('ui-check', props.inline && 'is-inline', small && 'is-sm')}>
      <input
        type={kind}
        name={name}
        value={value}
        checked={draft}
        disabled={props.readOnly ?? oldNames(props).readonly}
        aria-label={props['aria-label']}
        aria-describedby={description && id}
        onChange={(event) => {
          edit(event.target.checked);
          props.onChange?.(event.target.checked, value);
          settle();
        }}
      />
      <span>
        {children}
        {description && (
          <span className="ui-description" id={id}>
            {description}
          </span>
        )}
      </span>
    </label>
  );
}

export function Checkbox(props: CheckboxProps) {
  return <Check {...props} kind="checkbox" />;
}

export function RadioButton(props: RadioButtonProps) {
  return <Check {...props} kind="radio" />;
}

export function Toggle(props: ToggleProps) {
  const { label, labelDisplay = 'inline', textChecked = 'On', textUnchecked = 'Off', name } = props;
  const { draft, edit, settle } = useDraft(props.checked ?? props.initialIsChecked, false);
  const size = props.size === 'default' ? 'md' : sizeOf(props.size, 'md');
  return (
    <label className={classNames('ui-toggle', `is-${labelDisplay}`, `is-${size}`)}>
      <span className={labelDisplay === 'hidden' ? 'ui-hidden' : undefined}>{label}</span>
      <input
        type="checkbox"
        role="switch"
        name={name}
        checked={draft}
        disabled={props.readOnly ?? oldNames(props).readonly}
        onChange={(event) => {
          edit(event.target.checked);
          props.onChange?.(event.target.checked);
          settle();
        }}
      />
      <span className="ui-toggle-track" aria-hidden="true">
        {draft ? textChecked : textUnchecked}
      </span>
    </label>
  );
}
