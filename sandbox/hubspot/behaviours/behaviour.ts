import type { Switches } from '../switches.ts';

/** What a behaviour rests on. `recorded`: seen on a live account. `client-typed`: the official client reads it so. */
export type Tag = 'recorded' | 'documented' | 'client-typed' | 'guessed';

export interface Behaviour {
  readonly what: string;
  readonly tag: Tag;
  readonly source: string;
  /** Every guess is a switch, and so is what was seen on one account alone. */
  readonly flag?: keyof Switches;
}

export const documented = (what: string, source: string): Behaviour => ({ what, tag: 'documented', source });
export const recorded = (what: string, source: string, flag?: keyof Switches): Behaviour => ({
  what,
  tag: 'recorded',
  source,
  ...(flag === undefined ? {} : { flag }),
});
export const typed = (what: string, source: string): Behaviour => ({ what, tag: 'client-typed', source });
export const guessed = (flag: keyof Switches, what: string, source: string): Behaviour => ({
  what,
  tag: 'guessed',
  source,
  flag,
});

/** A run of others against a developer test account, on the paths of 2026-09. */
export const LIVE_RUN = 'published live run of a developer test account, 2026-09-29';
