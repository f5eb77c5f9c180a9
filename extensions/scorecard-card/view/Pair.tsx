import { AutoGrid } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';

/** Two things side by side, or below each other where the card is narrow. */
export function Pair({ children }: { children: ReactNode }) {
  return (
    <AutoGrid columnWidth={300} flexible gap="sm">
      {children}
    </AutoGrid>
  );
}
