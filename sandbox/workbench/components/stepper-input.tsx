import type { StepperInputProps } from '@hubspot/ui-extensions';
import { useId, type KeyboardEvent } from 'react';
import { Field, fieldAttributes } from './field.tsx';
import { numberIn, useNumber } from './number-draft.ts';

interface StepButtonProps {
  sign: string;
  label: string;
  disabled: boolean;
  tooltip: string | undefined;
  onClick: () => void;
}

function StepButton({ sign, label, disabled, tooltip, onClick }: StepButtonProps) {
  return (
    <button type="button" aria-label={label} title={tooltip} {...{ disabled, onClick }}>
      {sign}
    </button>
  );
}

export function StepperInput(props: StepperInputProps) {
  const id = useId();
  const { draft, put, type, attributes } = useNumber(props);
  const { min = -Infinity, max = Infinity, stepSize = 1, readOnly = false, label } = props;
  const now = numberIn(draft);
  const atMin = now !== undefined && now <= min;
  const atMax = now !== undefined && now >= max;
  const step = (by: number) => put(String(Math.min(max, Math.max(min, (now ?? 0) + by))));
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowUp: stepSize, ArrowDown: -stepSize }[event.key];
    if (by === undefined || readOnly) return;
    event.preventDefault();
    step(by);
  };
  const less = { sign: '−', label: `Decrease ${label}`, disabled: readOnly || atMin };
  const more = { sign: '+', label: `Increase ${label}`, disabled: readOnly || atMax };
  return (
    <Field id={id} {...props}>
      <div className="ui-stepper">
        <StepButton
          {...less}
          tooltip={atMin ? props.minValueReachedTooltip : undefined}
          onClick={() => step(-stepSize)}
        />
        <input
          {...fieldAttributes(id, props)}
          {...attributes}
          className="ui-input"
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <StepButton
          {...more}
          tooltip={atMax ? props.maxValueReachedTooltip : undefined}
          onClick={() => step(stepSize)}
        />
      </div>
    </Field>
  );
}
