import { type Facts, NO_FACTS } from './facts.ts';
import type { Lane } from './lanes.ts';
import type { PartnerType } from './partner-types.ts';
import type { Ratings } from './ratings.ts';
import { isInvisible } from './visible-text.ts';

export const CHECK_STATES = ['open', 'clear', 'flagged'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

export const CHECK_STATE_LABELS: Readonly<Record<CheckState, string>> = {
  open: 'Open',
  clear: 'Clear',
  flagged: 'Flagged',
};

export interface CheckAnswer {
  state: CheckState;
  /** The reason. Prose, never parsed for meaning. Empty when none was given. */
  note: string;
}

/** A lane set by a person, whatever ratings and checks say. */
export interface Override {
  lane: Lane;
  reason: string;
  by: string;
  /** The last day on which it holds, `YYYY-MM-DD`. */
  until: string;
}

/** What people fill in for one company. */
export interface Scorecard {
  type: PartnerType | null;
  /** Further types of the company. They do not change the verdict. */
  otherTypes: readonly PartnerType[];
  ratings: Ratings;
  /** Prose per dimension, at most `MAX_PROSE` characters each. A missing entry is empty. */
  evidence: Readonly<Record<string, string>>;
  /** Per check of the profile. A missing entry is open. */
  checks: Readonly<Record<string, CheckAnswer>>;
  facts: Facts;
  /** Keys of dimensions whose rating was given for another type, until somebody confirms it for this one. */
  toConfirm: readonly string[];
  override: Override | null;
}

/** The longest evidence or note, in characters. */
export const MAX_PROSE = 4_000;

export const EMPTY_SCORECARD: Scorecard = {
  type: null,
  otherTypes: [],
  ratings: {},
  evidence: {},
  checks: {},
  facts: NO_FACTS,
  toConfirm: [],
  override: null,
};

const OPEN: CheckAnswer = { state: 'open', note: '' };

/** The answer to a check. A missing entry is open. */
export function checkAnswer({ checks }: Pick<Scorecard, 'checks'>, check: string): CheckAnswer {
  return (Object.hasOwn(checks, check) ? checks[check] : undefined) ?? OPEN;
}

/** Whether the text has nothing that a reader sees: white space, controls, characters without width. */
export function isBlank(prose: string): boolean {
  return isInvisible(prose);
}
