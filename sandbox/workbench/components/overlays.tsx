import type { Reactions } from '@hubspot/ui-extensions';
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';

/** Which modals and panels of the card are open, by the ids that the card gave them. */
export interface Overlays {
  isOpen: (id: string) => boolean;
  open: (id: string) => void;
  close: (id: string) => void;
}

const OverlaysContext = createContext<Overlays>({ isOpen: () => false, open: () => {}, close: () => {} });
export const OverlaysProvider = OverlaysContext.Provider;

export function useOverlays(): Overlays {
  return useContext(OverlaysContext);
}

/** Keeps the open overlays of one card. */
export function useOverlayState(): Overlays {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const open = useCallback((id: string) => setIds((before) => new Set(before).add(id)), []);
  const close = useCallback((id: string) => {
    setIds((before) => new Set([...before].filter((each) => each !== id)));
  }, []);
  return useMemo(() => ({ isOpen: (id) => ids.has(id), open, close }), [ids, open, close]);
}

/** The second argument of a card's click handlers. */
export function reactionsOf({ open, close }: Overlays): Reactions {
  return { openModal: open, closeModal: close, openPanel: open, closePanel: close };
}

/** A button with an overlay. Each press opens the overlay; a tooltip registers its id to describe the button. */
interface Owner {
  presses: number;
  tooltipId: string | undefined;
  describe: (tooltipId: string | undefined) => void;
}
const OwnerContext = createContext<Owner | null>(null);

export function useOverlayOwner(): Owner | null {
  return useContext(OwnerContext);
}

/** Contents of an overlay: an overlay inside them does not belong to the outer button. */
export function WithoutOwner({ children }: { children: ReactNode }) {
  return <OwnerContext.Provider value={null}>{children}</OwnerContext.Provider>;
}

interface TriggerProps {
  overlay: ReactNode;
  children: (trigger: { describedBy: string | undefined; press: () => void }) => ReactNode;
}

/** Draws a trigger and, beside it, its overlay. `press` opens the overlay. */
export function WithOverlay({ overlay, children }: TriggerProps) {
  const [presses, setPresses] = useState(0);
  const [tooltipId, describe] = useState<string>();
  const owner = useMemo(() => ({ presses, tooltipId, describe }), [presses, tooltipId]);
  const trigger = children({ describedBy: tooltipId, press: () => setPresses((count) => count + 1) });
  if (overlay === undefined || overlay === null) return <>{trigger}</>;
  return (
    <span className="ui-trigger">
      {trigger}
      <OwnerContext.Provider value={owner}>{overlay}</OwnerContext.Provider>
    </span>
  );
}
