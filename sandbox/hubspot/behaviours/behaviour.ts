import type { Switches } from '../switches.ts';

/** What a behaviour rests on. `recorded`: seen on a live account. `client-typed`: the official client reads it so. */
export type Tag = 'recorded' | 'documented' | 'client-typed' | 'guessed';

export type Behaviour =
  | { readonly what: string; readonly tag: Exclude<Tag, 'guessed'>; readonly source: string }
  | {
      readonly what: string;
      readonly tag: 'guessed';
      readonly source: string;
      readonly flag: keyof Switches;
    };

export const documented = (what: string, source: string): Behaviour => ({ what, tag: 'documented', source });
export const recorded = (what: string, source: string): Behaviour => ({ what, tag: 'recorded', source });
export const typed = (what: string, source: string): Behaviour => ({ what, tag: 'client-typed', source });
export const guessed = (flag: keyof Switches, what: string, source: string): Behaviour => ({
  what,
  tag: 'guessed',
  source,
  flag,
});
