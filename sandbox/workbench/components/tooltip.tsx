import type { TooltipProps } from '@hubspot/ui-extensions';
import { useEffect, useId } from 'react';
import { useOverlayOwner } from './overlays.tsx';

/** The `overlay` of a button, link or tag, shown on hover and focus as in HubSpot. */
export function Tooltip({ children, placement = 'top' }: TooltipProps) {
  const id = useId();
  const owner = useOverlayOwner();
  const describe = owner?.describe;
  useEffect(() => {
    describe?.(id);
    return () => describe?.(undefined);
  }, [describe, id]);
  return (
    <span id={id} role="tooltip" className={`ui-tooltip is-${placement}`}>
      {children}
    </span>
  );
}

/** The small "i" beside a label. A button, for keyboard and touch. */
export function InfoTip({ label, text }: { label: string; text: string }) {
  return (
    <span className="ui-trigger">
      <button type="button" className="ui-info-tip" aria-label={`About ${label}: ${text}`}>
        i
      </button>
      <span className="ui-tooltip is-top" aria-hidden="true">
        {text}
      </span>
    </span>
  );
}
