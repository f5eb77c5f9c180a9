import type { Switches } from '../../sandbox/hubspot/switches.ts';
import type { Answer } from './answer.ts';
import type { Live } from './live.ts';
import type { Outcome } from './outcome.ts';

/** A guess of the sandbox: what holds by default, and at the switch's other setting. */
export interface GuessOf<Flag extends keyof Switches> {
  readonly kind: 'guess';
  readonly flag: Flag;
  readonly byDefault: readonly [setting: Switches[Flag], meaning: string];
  readonly otherwise: readonly [setting: Switches[Flag], meaning: string];
}
export type Guess = GuessOf<keyof Switches>;

/** A row of the sandbox's tables that is no guess, or something that only the product rests on. */
export interface Fact {
  readonly kind: 'row' | 'assumption';
  readonly what: string;
}
export type Claim = Guess | Fact;

export function guess<Flag extends keyof Switches>(
  flag: Flag,
  byDefault: GuessOf<Flag>['byDefault'],
  otherwise: GuessOf<Flag>['otherwise'],
): GuessOf<Flag> {
  return { kind: 'guess', flag, byDefault, otherwise };
}
/** @param what word for word as in the sandbox's tables */
export const row = (what: string): Fact => ({ kind: 'row', what });
export const assumption = (what: string): Fact => ({ kind: 'assumption', what });

/** Records what a probe observed. */
export interface Observe {
  /** @param setting undefined: neither of the two */
  readonly guess: <Flag extends keyof Switches>(
    claim: GuessOf<Flag>,
    setting: Switches[Flag] | undefined,
    seen: string,
    answer?: Answer,
  ) => void;
  readonly fact: (claim: Fact, holds: boolean, seen: string, answer?: Answer) => void;
}

export interface Probe {
  readonly name: string;
  readonly decides: readonly Claim[];
  /** Creates what it needs and observes. The runner cleans up. */
  readonly run: (live: Live, observe: Observe) => Promise<void>;
}

export interface Finding {
  readonly probe: string;
  readonly claim: Claim;
  readonly outcome: Outcome;
  /** What HubSpot did, or why nothing was seen. */
  readonly seen: string;
  readonly answer?: Answer;
}
