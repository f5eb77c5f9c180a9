import type { Field, FieldValue } from '../../src/icp/fields.ts';
import type { Overwrite, SaveAnswer, ScorecardRecord } from '../../src/icp/scorecard-record.ts';
import type { Failure } from './ask.ts';
import type { Edits } from './drafts.ts';

/** Which of the two bars of buttons was pressed: what came of it is said there. */
export type Place = 'top' | 'bottom';
export type Call = 'load' | 'save' | 'clear';

/** A step that undo takes back: the fields it changed, with what they held before. */
export type Step = readonly { name: string; before: FieldValue }[];

/** A loaded scorecard and everything that happened to it since. */
export interface Ready {
  phase: 'ready';
  /** Of the newest call; an answer to an older one is stale. */
  request: number;
  record: ScorecardRecord;
  fields: readonly Field[];
  edits: Edits;
  steps: readonly Step[];
  /** The text field that is being typed into: its keystrokes are one step. */
  typing: string | null;
  /** The call under way. */
  busy: Call | null;
  failure: (Failure & { call: Call }) | null;
  /** Values of others that a save wrote over, until the person decides about them. */
  overwrote: readonly Overwrite[];
  isSaved: boolean;
  place: Place;
}

export type CardState =
  { phase: 'loading'; request: number } | { phase: 'failed'; request: number; failure: Failure } | Ready;

export interface AskedEvent {
  what: 'asked';
  request: number;
  call: Call;
  place?: Place;
}

/** What came back for the request of that number. */
export type AnswerEvent =
  | { what: 'loaded'; request: number; record: ScorecardRecord }
  | { what: 'saved'; request: number; answer: SaveAnswer; sent: Edits }
  | { what: 'cleared'; request: number; answer: SaveAnswer }
  | { what: 'refused'; request: number; call: Call; failure: Failure };

/** What a person did. */
export type PersonEvent =
  | { what: 'edited'; name: string; value: FieldValue; isTyping: boolean }
  | { what: 'left'; name: string }
  | { what: 'undone' }
  | { what: 'discarded' }
  | { what: 'kept-mine'; name: string }
  | { what: 'took-theirs'; name: string }
  | { what: 'put-back'; overwrite: Overwrite }
  | { what: 'left-alone'; name: string };

export type Event = AskedEvent | AnswerEvent | PersonEvent;

export const LOADING: CardState = { phase: 'loading', request: 0 };
