import type { TagProps } from '@hubspot/ui-extensions';

import type { Clearance } from '../../src/icp/clearance.ts';
import type { LaneOrUndecided } from '../../src/icp/lanes.ts';

/** A colour of HubSpot's tags. */
export type TagColour = NonNullable<TagProps['variant']>;

/** Red is only for problems; having no lane is not a problem. */
export const LANE_COLOURS: Readonly<Record<LaneOrUndecided, TagColour>> = {
  deep: 'success',
  fast: 'info',
  pass: 'default',
  undecided: 'warning',
};

export const CLEARANCE_COLOURS: Readonly<Record<Clearance, TagColour>> = {
  'not-required': 'default',
  blocked: 'error',
  pending: 'warning',
  cleared: 'success',
};

/** `2026-11-20` of an ISO time or of the milliseconds that HubSpot keeps for one. */
export function dayOf(time: string): string {
  if (!/^\d+$/.test(time)) return time.slice(0, 10);
  return new Date(Number(time)).toISOString().slice(0, 10);
}

/** `1 field`, `3 fields`, `1,200 fields`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? noun : plural}`;
}
