import type { Answer } from './answer.ts';

export const OUTCOMES = ['as documented', 'as guessed', 'other setting', 'neither', 'skipped'] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** A claim could not be checked: a scope or plan is missing, or there was no response. */
export class Skipped extends Error {
  override readonly name = 'Skipped';
}

/** HubSpot refused a call that succeeds in the sandbox. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly answer: Answer;
  constructor(message: string, answer: Answer) {
    super(message);
    this.answer = answer;
  }
}

/** The check stopped: interrupted, or at a bound. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}
