import type {
  AlertProps,
  EmptyStateProps,
  ErrorStateProps,
  LoadingSpinnerProps,
} from '@hubspot/ui-extensions';
import { classNames } from './class-names.ts';
import { sizeOf } from './distances.ts';
import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleQuestionMark from 'lucide-react/icons/circle-question-mark';
import Info from 'lucide-react/icons/info';
import Lightbulb from 'lucide-react/icons/lightbulb';
import List from 'lucide-react/icons/list';
import Lock from 'lucide-react/icons/lock';
import TriangleAlert from 'lucide-react/icons/triangle-alert';

const ALERT_ICONS = {
  info: Info,
  tip: Lightbulb,
  success: CircleCheck,
  warning: TriangleAlert,
  danger: CircleAlert,
  error: CircleAlert,
};

export function Alert({ title, children, variant = 'info' }: AlertProps) {
  const AlertIcon = ALERT_ICONS[variant];
  const urgent = variant === 'danger' || variant === 'error';
  return (
    <div className={`ui-alert is-${variant}`} role={urgent ? 'alert' : 'status'}>
      <AlertIcon />
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
        <List />
      </span>
      <div>
        {title && <div className="ui-heading">{title}</div>}
        {children}
      </div>
    </div>
  );
}

const ERROR_ICONS = { error: TriangleAlert, support: CircleQuestionMark, lock: Lock };

export function ErrorState({ title, children, type = 'error' }: ErrorStateProps) {
  const ErrorIcon = ERROR_ICONS[type];
  return (
    <div className="ui-state is-vertical" role="alert">
      <span className="ui-illustration" aria-hidden="true">
        <ErrorIcon />
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

/** Names a component that this stand-in does not have. */
export function UnknownComponent({ name }: { name: string }) {
  return (
    <div className="ui-alert is-warning" role="alert">
      <TriangleAlert />
      <div>The workbench has no component named {name}.</div>
    </div>
  );
}
