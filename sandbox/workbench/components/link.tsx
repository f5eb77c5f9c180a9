import type { IllustrationProps, ImageProps, LinkProps } from '@hubspot/ui-extensions';
import { extensionEvent, targetOf } from './events.ts';
import { Glyph } from './icon.tsx';
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

export function Image({ src, alt = '', width, height, href, onClick, overlay }: ImageProps) {
  const overlays = useOverlays();
  const picture = <img className="ui-image" {...{ src, alt, width, height }} />;
  const handle = () => void onClick?.(extensionEvent('click'), reactionsOf(overlays));
  return (
    <WithOverlay overlay={overlay}>
      {({ describedBy, press }) => {
        const click = () => {
          press();
          handle();
        };
        if (href !== undefined)
          return (
            <a href={targetOf(href).url} target="_blank" rel="noreferrer" onClick={click}>
              {picture}
            </a>
          );
        if (!onClick && !overlay) return picture;
        return (
          <button type="button" className="ui-image-button" aria-describedby={describedBy} onClick={click}>
            {picture}
          </button>
        );
      }}
    </WithOverlay>
  );
}

// HubSpot's drawings are HubSpot's: a plain frame keeps their place.
export function Illustration({ alt, width = 120, height = 90 }: IllustrationProps) {
  return (
    <span className="ui-illustration" role="img" aria-label={alt} style={{ width, height }}>
      <Glyph name="view" />
    </span>
  );
}
