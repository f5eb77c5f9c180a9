import type { Field, FieldValue } from '../../../src/icp/fields.ts';
import type { PartnerType } from '../../../src/icp/partner-types.ts';
import type { Profile } from '../../../src/icp/profile.ts';
import type { Overwrite, SaveAnswer, ScorecardRecord } from '../../../src/contract/scorecard-record.ts';

import type { Failure } from './ask.ts';
import type { Edits } from './drafts.ts';

/** Which of the two bars of buttons was pressed: what came of it is said there. */
export type Place = 'top' | 'bottom';
export type Call = 'load' | 'save' | 'clear';

/** A step that undo takes back: the fields it changed, with what they held before. */
export type Step = readonly { name: string; before: FieldValue }[];

/** A partner type that was picked and waits: for its questions to arrive, or for a person to agree to what it empties. */
export interface TypeWish {
  type: PartnerType;
  /** Why its questions did not arrive. */
  failure: Failure | null;
}

/** A loaded scorecard and everything that happened to it since. */
export interface Ready {
  phase: 'ready';
  /** Of the newest call; an answer to an older one is stale. */
  request: number;
  record: ScorecardRecord;
  /** Of other types than that of the record: fetched, or the record's before its type changed. */
  profiles: readonly Profile[];
  /** Of all these profiles. */
  fields: readonly Field[];
  edits: Edits;
  wish: TypeWish | null;
  /** Whether somebody changed the type while edits were open. */
  isOtherType: boolean;
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
  | { what: 'type-wished'; type: PartnerType }
  | { what: 'type-agreed' }
  | { what: 'type-kept' }
  | { what: 'put-back'; overwrite: Overwrite }
  | { what: 'left-alone'; name: string };

/** What came back for the questions of a type. */
export type ProfileEvent =
  | { what: 'profile-shown'; profile: Profile }
  | { what: 'profile-refused'; type: PartnerType; failure: Failure };

export type Event = AskedEvent | AnswerEvent | PersonEvent | ProfileEvent;

export const LOADING: CardState = { phase: 'loading', request: 0 };

/** Whether a save or a clearing is under way: what it will answer is not known, so nothing may build on it. */
export function isWriting(state: CardState): boolean {
  return state.phase === 'ready' && (state.busy === 'save' || state.busy === 'clear');
}
