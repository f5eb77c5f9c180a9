import type { ProgressBarProps, StepIndicatorProps } from '@hubspot/ui-extensions';
import Check from 'lucide-react/icons/check';
import { useId } from 'react';
import { classNames } from './class-names.ts';
import { sizeOf } from './distances.ts';
import { oldNames } from './old-names.ts';

export function ProgressBar(props: ProgressBarProps) {
  const id = useId();
  const { title, value = 0, showPercentage, valueDescription, variant = 'success' } = props;
  const most = props.maxValue ?? oldNames(props).valueMax ?? 100;
  const percent = most > 0 ? Math.round((100 * Math.min(value, most)) / most) : 0;
  const label = props['aria-label'] ?? (title ? undefined : (valueDescription ?? 'Progress'));
  return (
    <div className={`ui-progress is-${variant}`}>
      {(title ?? showPercentage) && (
        <div className="ui-progress-head">
          <span id={id}>{title}</span>
          {showPercentage && <span>{percent} %</span>}
        </div>
      )}
      <div
        className="ui-progress-track"
        role="progressbar"
        aria-label={label}
        aria-labelledby={title && !label ? id : undefined}
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={most}
        aria-valuetext={valueDescription}
      >
        <div style={{ width: `${percent}%` }} />
      </div>
      {valueDescription && <div className="ui-description">{valueDescription}</div>}
    </div>
  );
}

export function StepIndicator(props: StepIndicatorProps) {
  const { stepNames, direction = 'horizontal', currentStep = 0, variant = 'default', onClick } = props;
  const stateOf = (index: number) =>
    index < currentStep ? 'is-done' : index === currentStep ? 'is-current' : 'is-ahead';
  return (
    <ol
      className={classNames(
        'ui-steps',
        `is-${direction}`,
        `is-${variant}`,
        `is-${sizeOf(props.circleSize, 'sm')}`,
      )}
    >
      {stepNames.map((name, index) => {
        const step = (
          <>
            <span className="ui-step-circle" aria-hidden="true">
              {index < currentStep ? <Check /> : index + 1}
            </span>
            <span className="ui-step-name">{name}</span>
          </>
        );
        return (
          <li key={name} className={stateOf(index)} aria-current={index === currentStep ? 'step' : undefined}>
            {onClick ? (
              <button type="button" title={name} onClick={() => onClick(index)}>
                {step}
              </button>
            ) : (
              step
            )}
          </li>
        );
      })}
    </ol>
  );
}
