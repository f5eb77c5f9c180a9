import type { StatusTagProps, TagProps } from '@hubspot/ui-extensions';
import { classNames } from './class-names.ts';
import { extensionEvent } from './events.ts';
import X from 'lucide-react/icons/x';
import { reactionsOf, useOverlays, WithOverlay } from './overlays.tsx';

export function Tag({ variant = 'default', onClick, overlay, inline, children }: TagProps) {
  const overlays = useOverlays();
  const className = classNames('ui-tag', `is-${variant}`, inline && 'is-inline');
  return (
    <WithOverlay overlay={overlay}>
      {({ describedBy, press }) =>
        onClick || overlay ? (
          <button
            type="button"
            className={className}
            aria-describedby={describedBy}
            onClick={() => {
              press();
              void onClick?.(extensionEvent('click'), reactionsOf(overlays));
            }}
          >
            {children}
          </button>
        ) : (
          <span className={className}>{children}</span>
        )
      }
    </WithOverlay>
  );
}

export function StatusTag(props: StatusTagProps) {
  const { variant = 'default', hollow, onClick, showRemoveIcon, onRemoveClick, children } = props;
  const text = (
    <>
      <span className="ui-status-dot" aria-hidden="true" />
      {children}
    </>
  );
  return (
    <span className={classNames('ui-status', `is-${variant}`, hollow && 'is-hollow')}>
      {onClick ? (
        <button type="button" onClick={onClick}>
          {text}
        </button>
      ) : (
        text
      )}
      {showRemoveIcon && (
        <button type="button" aria-label="Remove" onClick={onRemoveClick}>
          <X />
        </button>
      )}
    </span>
  );
}
