import type { StatusTagProps, TagProps } from '@hubspot/ui-extensions';

import type { Clearance } from '../../src/icp/clearance.ts';
import type { LaneOrUndecided } from '../../src/icp/lanes.ts';

/** A colour of HubSpot's status tags. */
export type Colour = NonNullable<StatusTagProps['variant']>;

export const LANE_COLOURS: Readonly<Record<LaneOrUndecided, Colour>> = {
  deep: 'success',
  fast: 'info',
  pass: 'danger',
  undecided: 'warning',
};

/** A colour of HubSpot's tags, which are filled with it. */
export type TagColour = NonNullable<TagProps['variant']>;

/** Red is for problems, and no lane is none. */
export const LANE_TAGS: Readonly<Record<LaneOrUndecided, TagColour>> = {
  deep: 'success',
  fast: 'info',
  pass: 'default',
  undecided: 'warning',
};

export const CLEARANCE_COLOURS: Readonly<Record<Clearance, Colour>> = {
  'not-required': 'default',
  blocked: 'danger',
  pending: 'warning',
  cleared: 'success',
};

/** The colour of a tag. HubSpot's tags call danger an error. */
export function tagColour(colour: Colour): Exclude<Colour, 'danger'> | 'error' {
  return colour === 'danger' ? 'error' : colour;
}

/** `2026-11-20` of an ISO time or of the milliseconds that HubSpot keeps for one. */
export function dayOf(time: string): string {
  if (!/^\d+$/.test(time)) return time.slice(0, 10);
  return new Date(Number(time)).toISOString().slice(0, 10);
}

/** `1 field`, `3 fields`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
