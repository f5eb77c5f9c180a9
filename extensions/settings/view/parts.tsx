import type { Parts } from './page-props.ts';
import { RejudgeByTerminal } from './RejudgeByTerminal.tsx';

/** What parts work with. */
export interface PartsSurroundings {
  by: string;
  now: () => Date;
  /** Does something later. @returns takes that back */
  after: (ms: number, act: () => void) => () => void;
}

export type OpenParts = (surroundings: PartsSurroundings) => Parts;

/** The private edition has no server: what concerns many scorecards runs from the terminal. */
export const openParts: OpenParts = () => ({
  open: () => () => undefined,
  RejudgeAll: RejudgeByTerminal,
  Running: () => null,
  background: null,
});
