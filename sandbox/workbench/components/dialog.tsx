import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { classNames } from './class-names.ts';
import X from 'lucide-react/icons/x';
import { useOverlayOwner, useOverlays, WithoutOwner } from './overlays.tsx';

interface DialogProps {
  id: string;
  title: string | undefined;
  label: string | undefined;
  className: string;
  /** A modal dialog keeps the keyboard inside; the other leaves the page usable beside it. */
  modal: boolean;
  onOpen: (() => void) | undefined;
  onClose: (() => void) | undefined;
  children: ReactNode;
}

/** Opens when the button that owns this overlay is pressed. */
function useOpening(id: string): boolean {
  const { isOpen, open } = useOverlays();
  const presses = useOverlayOwner()?.presses ?? 0;
  useEffect(() => {
    if (presses > 0) open(id);
  }, [presses, id, open]);
  return isOpen(id);
}

/**
 * Base of modal and panel, drawn at the end of the page. Focus returns to the former element, also when the card removes
 * an open dialog.
 */
export function Dialog(props: DialogProps) {
  const open = useOpening(props.id);
  return open ? <OpenDialog {...props} /> : null;
}

/** Shows the dialog for as long as it is mounted, and puts the focus back afterwards. */
function useShown({ modal, onOpen, onClose }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const handlers = useRef({ onOpen, onClose });
  handlers.current = { onOpen, onClose };
  useEffect(() => {
    const shown = dialog.current;
    const returnTo = document.activeElement;
    if (modal) shown?.showModal();
    else shown?.show();
    handlers.current.onOpen?.();
    return () => {
      shown?.close();
      if (returnTo instanceof HTMLElement && returnTo.isConnected) returnTo.focus();
      handlers.current.onClose?.();
    };
  }, [modal]);
  return dialog;
}

function OpenDialog(props: DialogProps) {
  const { id, title, label, className, children } = props;
  const { close } = useOverlays();
  const heading = useId();
  const dialog = useShown(props);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    close(id);
  };
  return createPortal(
    <dialog
      ref={dialog}
      className={classNames('ui-dialog', className)}
      aria-labelledby={title ? heading : undefined}
      aria-label={title ? undefined : (label ?? 'Dialog')}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault();
        close(id);
      }}
    >
      <div className="ui-dialog-header">
        {title && <h2 id={heading}>{title}</h2>}
        <button type="button" className="ui-icon-button" aria-label="Close" onClick={() => close(id)}>
          <X />
        </button>
      </div>
      <WithoutOwner>{children}</WithoutOwner>
    </dialog>,
    document.body,
  );
}
