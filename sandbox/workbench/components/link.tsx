import type { LinkProps } from '@hubspot/ui-extensions';
import { extensionEvent, targetOf } from './events.ts';
import { reactionsOf, useOverlays, WithOverlay } from './overlays.tsx';

export function Link({ href, variant = 'primary', onClick, preventDefault, overlay, children }: LinkProps) {
  const overlays = useOverlays();
  const { url, external } = targetOf(href);
  return (
    <WithOverlay overlay={overlay}>
      {({ describedBy, press }) => (
        <a
          className={`ui-link is-${variant}`}
          href={url}
          aria-describedby={describedBy}
          {...(external ? { target: '_blank', rel: 'noreferrer' } : {})}
          onClick={(event) => {
            if (preventDefault || url === '#') event.preventDefault();
            press();
            void onClick?.(extensionEvent('click'), reactionsOf(overlays));
          }}
        >
          {children}
        </a>
      )}
    </WithOverlay>
  );
}
