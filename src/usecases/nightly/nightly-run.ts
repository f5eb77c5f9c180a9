import type { Context } from '../context.ts';
import type { OnProgress } from '../csv/export.ts';
import type { Counts, Position } from './report.ts';

/** One run, as its parts see it. */
export interface NightlyRun {
  /** For work that is finished once it is begun. */
  context: Context;
  /** For reading what comes next: ends with the signal. */
  reading: Context;
  counts: Counts;
  onProgress: OnProgress;
  /** Milliseconds, by HubSpot's clock. */
  hubspotNow: () => number;
  /** Whether there are calls for some more records. The first ones of a run are always begun, so that runs come through. */
  mayBegin: () => boolean;
  /** Whether there are so many calls left. */
  mayCall: (calls: number) => boolean;
  /** Whether tasks are made for what is due. */
  makesTasks: boolean;
  /** Everything before is done. */
  reach: (position: Position) => Promise<void>;
}
