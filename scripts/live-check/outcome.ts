import type { Answer } from './answer.ts';

export const OUTCOMES = ['as documented', 'as guessed', 'other setting', 'neither', 'skipped'] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** Nothing can be said of a claim: a scope or a plan is missing, or no answer came. */
export class Skipped extends Error {
  override readonly name = 'Skipped';
}

/** HubSpot refused what the probe needs and the sandbox grants. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly answer: Answer;
  constructor(message: string, answer: Answer) {
    super(message);
    this.answer = answer;
  }
}

/** The whole check ends: interrupted, or at its bound. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}
