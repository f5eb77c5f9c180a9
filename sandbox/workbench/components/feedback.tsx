import type {
  AlertProps,
  EmptyStateProps,
  ErrorStateProps,
  LoadingSpinnerProps,
} from '@hubspot/ui-extensions';
import { classNames } from './class-names.ts';
import { sizeOf } from './distances.ts';
import { Glyph } from './icon.tsx';

const ALERT_ICON = {
  info: 'info',
  tip: 'bulb',
  success: 'checkCircle',
  warning: 'warning',
  danger: 'exclamationCircle',
  error: 'exclamationCircle',
};

export function Alert({ title, children, variant = 'info' }: AlertProps) {
  const urgent = variant === 'danger' || variant === 'error';
  return (
    <div className={`ui-alert is-${variant}`} role={urgent ? 'alert' : 'status'}>
      <Glyph name={ALERT_ICON[variant]} />
      <div>
        <strong>{title}</strong>
        {children !== undefined && <div>{children}</div>}
      </div>
    </div>
  );
}

export function EmptyState(props: EmptyStateProps) {
  const { title, children, layout = 'horizontal', reverseOrder, flush, imageWidth = 96 } = props;
  return (
    <div
      className={classNames('ui-state', `is-${layout}`, reverseOrder && 'is-reversed', flush && 'is-flush')}
    >
      <span className="ui-illustration" style={{ width: imageWidth }} aria-hidden="true">
        <Glyph name="listView" />
      </span>
      <div>
        {title && <div className="ui-heading">{title}</div>}
        {children}
      </div>
    </div>
  );
}

const ERROR_ICON = { error: 'warning', support: 'questionCircle', lock: 'locked' };

export function ErrorState({ title, children, type = 'error' }: ErrorStateProps) {
  return (
    <div className="ui-state is-vertical" role="alert">
      <span className="ui-illustration" aria-hidden="true">
        <Glyph name={ERROR_ICON[type]} />
      </span>
      <div>
        <div className="ui-heading">{title ?? 'Something went wrong'}</div>
        {children}
      </div>
    </div>
  );
}

export function LoadingSpinner({ label, showLabel, size, layout = 'inline' }: LoadingSpinnerProps) {
  return (
    <div className={`ui-loading is-${layout} is-${sizeOf(size, 'sm')}`} role="status">
      <span className="ui-spinner" aria-hidden="true" />
      <span className={showLabel ? undefined : 'ui-hidden'}>{label}</span>
    </div>
  );
}

/** HubSpot has more components than this stand-in: say which one is missing, in place. */
export function UnknownComponent({ name }: { name: string }) {
  return (
    <div className="ui-alert is-warning" role="alert">
      <Glyph name="warning" />
      <div>The workbench has no component named {name}.</div>
    </div>
  );
}
