import { type Facts, NO_FACTS } from './facts.ts';
import type { Lane } from './lanes.ts';
import type { PartnerType } from './partner-types.ts';
import type { Ratings } from './ratings.ts';

export const CHECK_STATES = ['open', 'clear', 'flagged'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

export interface CheckAnswer {
  state: CheckState;
  /** Why: prose, may hold links, never parsed for meaning. Empty when none was given. */
  note: string;
}

/** A lane set by a person who may, against what the ratings and checks say. */
export interface Override {
  lane: Lane;
  reason: string;
  by: string;
  /** Last day on which it holds, `YYYY-MM-DD`. */
  until: string;
}

/** What people fill in for one company. */
export interface Scorecard {
  type: PartnerType | null;
  /** Further types that the company could be. Without effect on the verdict. */
  otherTypes: readonly PartnerType[];
  ratings: Ratings;
  /** Prose per dimension, at most 4,000 characters each. A dimension without an entry has none. */
  evidence: Readonly<Record<string, string>>;
  /** Per check of the profile. A check without an entry is open. */
  checks: Readonly<Record<string, CheckAnswer>>;
  facts: Facts;
  override: Override | null;
}

/** Longest evidence or note, in characters. */
export const MAX_PROSE = 4_000;

export const EMPTY_SCORECARD: Scorecard = {
  type: null,
  otherTypes: [],
  ratings: {},
  evidence: {},
  checks: {},
  facts: NO_FACTS,
  override: null,
};

const OPEN: CheckAnswer = { state: 'open', note: '' };

/** The answer to a check; one that a scorecard does not carry is open. */
export function checkAnswer({ checks }: Pick<Scorecard, 'checks'>, check: string): CheckAnswer {
  return (Object.hasOwn(checks, check) ? checks[check] : undefined) ?? OPEN;
}

/** The evidence of a dimension; empty where there is none. */
export function evidenceFor({ evidence }: Pick<Scorecard, 'evidence'>, dimension: string): string {
  return (Object.hasOwn(evidence, dimension) ? evidence[dimension] : undefined) ?? '';
}

/** Whether there is anything to read: a text of blanks says nothing. */
export function isBlank(prose: string): boolean {
  return prose.trim() === '';
}
