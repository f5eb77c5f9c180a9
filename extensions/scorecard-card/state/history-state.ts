import type { HistoryKind, ScorecardHistory } from '../../../src/contract/history.ts';
import type { SaveAnswer } from '../../../src/contract/scorecard-record.ts';

import type { Failure } from '../../door/ask.ts';

/** What is known of the history of the scorecard. */
export interface HistoryState {
  /** Number of the newest call; answers to older ones are ignored. */
  request: number;
  isReading: boolean;
  /** As last read; null before the first answer. */
  history: ScorecardHistory | null;
  failure: Failure | null;
  /** The kinds that are shown; none chosen means all. */
  chosen: readonly HistoryKind[];
  /** Whether only changes of the lane are shown. */
  isLaneOnly: boolean;
  /** Key of the save that the person is asked about before it is undone. */
  asks: string | null;
  /** What the undo did not put back; null where the last write was another act. */
  undone: Pick<SaveAnswer, 'conflicts' | 'notWritten'> | null;
}

export const NO_HISTORY: HistoryState = {
  request: 0,
  isReading: false,
  history: null,
  failure: null,
  chosen: [],
  isLaneOnly: false,
  asks: null,
  undone: null,
};

export type HistoryEvent =
  | { type: 'history-asked'; request: number }
  | { type: 'history-read'; request: number; history: ScorecardHistory }
  | { type: 'history-refused'; request: number; failure: Failure }
  | { type: 'kinds-chosen'; kinds: readonly HistoryKind[] }
  | { type: 'lane-only-chosen'; isLaneOnly: boolean }
  | { type: 'undo-asked'; save: string | null };

/** Takes in what became of the history. */
export function reduceHistory(state: HistoryState, event: HistoryEvent): HistoryState {
  switch (event.type) {
    case 'history-asked':
      return { ...state, request: event.request, isReading: true, failure: null };
    case 'history-read':
      return event.request < state.request ? state : { ...state, isReading: false, history: event.history };
    case 'history-refused':
      return event.request < state.request ? state : { ...state, isReading: false, failure: event.failure };
    case 'kinds-chosen':
      return { ...state, chosen: event.kinds };
    case 'lane-only-chosen':
      return { ...state, isLaneOnly: event.isLaneOnly };
    case 'undo-asked':
      return { ...state, asks: event.save };
  }
}
