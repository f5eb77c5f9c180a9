import type { ReactNode } from 'react';

import { READS_ONLY } from '../../../src/messages/list-triage.ts';
import type { FoundCompany } from '../state/partner-row.ts';

export interface PanesProps {
  /** The ranking of the companies. */
  comparison: ReactNode;
  found: readonly FoundCompany[];
  /** Whether any of them is ranked. */
  isAnyRanked: boolean;
  /** The address of the signed-in person. */
  by: string;
  reloadPage: () => void;
}

/** What the panel offers in an edition. */
export interface Panes {
  /** Stands above everything. */
  note: string;
  Body: (props: PanesProps) => ReactNode;
}

/** The private edition cannot know who asks, so that its panel compares and changes nothing. */
export const PANES: Panes = { note: READS_ONLY, Body: ({ comparison }) => comparison };
