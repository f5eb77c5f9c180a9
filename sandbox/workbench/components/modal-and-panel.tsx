import type {
  ModalBodyProps,
  ModalFooterProps,
  ModalProps,
  PanelBodyProps,
  PanelFooterProps,
  PanelProps,
  PanelSectionProps,
} from '@hubspot/ui-extensions';
import { classNames } from './class-names.ts';
import { Dialog } from './dialog.tsx';
import { sizeOf } from './distances.ts';

export function Modal(props: ModalProps) {
  const { id, title, variant = 'default', width, onOpen, onClose, children } = props;
  const className = classNames('ui-modal', `is-${sizeOf(width, 'sm')}`, variant === 'danger' && 'is-danger');
  return (
    <Dialog {...{ id, title, className, onOpen, onClose }} label={props['aria-label']} modal>
      {children}
    </Dialog>
  );
}

export function Panel(props: PanelProps) {
  const { id, title, variant = 'default', width, onOpen, onClose, children } = props;
  const className = classNames('ui-panel', `is-${sizeOf(width, 'sm')}`);
  return (
    <Dialog
      {...{ id, title, className, onOpen, onClose }}
      label={props['aria-label']}
      modal={variant === 'modal'}
    >
      {children}
    </Dialog>
  );
}

// Focusable, so that long texts scroll by keyboard.
export function ModalBody({ children }: ModalBodyProps) {
  return (
    <div className="ui-dialog-body" tabIndex={0} role="group" aria-label="Content">
      {children}
    </div>
  );
}

export function ModalFooter({ children }: ModalFooterProps) {
  return <div className="ui-dialog-footer">{children}</div>;
}

export function PanelBody({ children }: PanelBodyProps) {
  return (
    <div className="ui-dialog-body" tabIndex={0} role="group" aria-label="Content">
      {children}
    </div>
  );
}

export function PanelSection({ flush, children }: PanelSectionProps) {
  return <section className={classNames('ui-panel-section', flush && 'is-flush')}>{children}</section>;
}

export function PanelFooter({ children }: PanelFooterProps) {
  return <div className="ui-dialog-footer">{children}</div>;
}
