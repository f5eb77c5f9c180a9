import type { DecideAnswer } from '../../../src/contract/decisions.ts';
import type { DraftMark, OfferedDraft, OthersDraft } from '../../../src/contract/drafts.ts';
import type { Field, FieldValue } from '../../../src/icp/fields.ts';
import type { PartnerType } from '../../../src/icp/partner-types.ts';
import type { Profile } from '../../../src/icp/profile.ts';
import type {
  Conflict,
  NotWritten,
  Overwrite,
  SaveAnswer,
  ScorecardRecord,
} from '../../../src/contract/scorecard-record.ts';

import type { Failure } from '../../door/ask.ts';
import type { DecideInput, DecisionForm, DecisionInput, SlotsRead } from './decision-form.ts';
import type { Edits } from './drafts.ts';
import type { FactsEvent, FactsState } from './facts-state.ts';
import type { HistoryEvent, HistoryState } from './history-state.ts';

export type Call = 'load' | 'save' | 'clear' | 'take-over' | 'decide' | 'undo-save';

/** One step of undo: the fields that it changed, with their values before. */
export type Step = readonly { name: string; before: FieldValue }[];

/** A partner type that was picked. It waits until its questions arrive or the person agrees to what it empties. */
export interface PendingType {
  type: PartnerType;
  /** Why its questions did not arrive. */
  failure: Failure | null;
}

/** A loaded scorecard and everything that happened to it since. */
export interface Ready {
  phase: 'ready';
  /** Number of the newest call; answers to older ones are ignored. */
  request: number;
  record: ScorecardRecord;
  /** Profiles of other types: fetched, or the record's before its type changed. */
  profiles: readonly Profile[];
  /** The fields of all these profiles. */
  fields: readonly Field[];
  edits: Edits;
  pendingType: PendingType | null;
  /** Whether somebody changed the type while edits were open. */
  isOtherType: boolean;
  steps: readonly Step[];
  /** The field that is being typed into, with its value before. Its keystrokes make one step. */
  typing: { name: string; from: FieldValue } | null;
  /** How often each field changed other than by its own input. None is 0. */
  revisions: Readonly<Record<string, number>>;
  /** The call under way. */
  busy: Call | null;
  failure: (Failure & { call: Call }) | null;
  /** Other people's values that a save replaced and the person has not decided about. */
  overwrote: readonly Overwrite[];
  /** Fields that the last save could not write, until the person changes them. */
  notWritten: readonly NotWritten[];
  /** Fields that somebody filled after the last clearing had emptied them. */
  refilled: readonly Conflict[];
  isSaved: boolean;
  decision: DecisionForm;
  facts: FactsState;
  history: HistoryState;
  /** Unsaved edits from earlier, until the person continues or discards them. */
  offered: OfferedDraft | null;
  /** The drafts that were continued. */
  took: readonly DraftMark[];
  /** Who else has unsaved edits. */
  others: readonly OthersDraft[];
  /** Whether the last try to keep the edits as a draft failed. */
  isDraftFailed: boolean;
}

export type CardState =
  { phase: 'loading'; request: number } | { phase: 'failed'; request: number; failure: Failure } | Ready;

export interface AskedEvent {
  type: 'asked';
  request: number;
  call: Call;
}

/** The answer to the request of that number. */
export type AnswerEvent =
  | { type: 'loaded'; request: number; record: ScorecardRecord }
  | { type: 'saved'; request: number; answer: SaveAnswer; sent: Edits }
  | { type: 'cleared'; request: number; answer: SaveAnswer }
  | { type: 'decided'; request: number; answer: DecideAnswer }
  | { type: 'save-undone'; request: number; answer: SaveAnswer }
  | { type: 'refused'; request: number; call: Call; failure: Failure };

/** What a person did to the fields. */
export type EditEvent =
  // of an input that was made anew since, a late keystroke counts no more
  | { type: 'edited'; name: string; value: FieldValue; isTyping: boolean; revision?: number }
  | { type: 'left'; name: string }
  | { type: 'confirmed'; dimension: string }
  | { type: 'undone' }
  | { type: 'discarded' }
  | { type: 'kept-mine'; name: string }
  | { type: 'took-theirs'; name: string }
  | { type: 'put-back'; overwrite: Overwrite }
  | { type: 'left-alone'; overwrite: Overwrite };

/** What a person did about the partner type, and what came back for the questions of one. */
export type TypeEvent =
  | { type: 'type-picked'; partnerType: PartnerType }
  | { type: 'type-agreed' }
  | { type: 'type-kept' }
  | { type: 'profile-shown'; profile: Profile }
  | { type: 'profile-refused'; partnerType: PartnerType; failure: Failure };

/** What became of drafts. Continuing one brings the profile of its type where the card lacked it. */
export type DraftEvent =
  | { type: 'draft-written'; isKept: boolean }
  | { type: 'others-found'; drafts: readonly OthersDraft[] }
  | { type: 'draft-continued'; profile: Profile | null }
  | { type: 'draft-discarded' };

/** What happened to the form of a decision. */
export type DecisionEvent =
  // with the revision of the input that was typed into, or from outside the inputs
  | { type: 'decision-entered'; input: Partial<DecisionInput>; revision?: number; isOutside?: true }
  | { type: 'decision-emptied' }
  | { type: 'decision-sent'; sent: DecideInput }
  | { type: 'slots-read'; read: SlotsRead };

export type Event =
  AskedEvent | AnswerEvent | EditEvent | TypeEvent | DraftEvent | DecisionEvent | FactsEvent | HistoryEvent;

export const LOADING: CardState = { phase: 'loading', request: 0 };

/** Whether anything is being written. */
export function isWriting(state: CardState): boolean {
  return state.phase === 'ready' && state.busy !== null && state.busy !== 'load';
}
