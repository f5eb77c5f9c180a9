import type { DraftEdit, DraftMark, DraftsOfSave } from '../../../src/contract/drafts.ts';

import { ask } from '../../door/ask.ts';
import { type Ready, isWriting } from './card-state.ts';
import type { Store } from './reduce.ts';
import { profileShown } from './type-choice.ts';

/** One run of the card: whose drafts it writes, and its clock. */
export interface Run {
  /** The id of the HubSpot user. The app treats it as a claim. */
  user: string;
  /** A name of its own. */
  session: string;
  /** Does something later. @returns takes that back */
  after: (ms: number, act: () => void) => () => void;
  now: () => Date;
}

interface Author extends Omit<Run, 'now'> {
  store: Store;
  companyId: string;
  by: string;
}

/** How long unsaved changes wait while somebody types on in one field, and a write that failed for its next try. */
const EVERY_MS = 20_000;
/** How long a save waits for a write under way. One that arrives later counts for nothing. */
const PATIENCE_MS = 2_000;
/** The text of no edits. */
const NOTHING = '';

export type DraftWriter = ReturnType<typeof writeDrafts>;

/**
 * Keeps what is unsaved in the portal's home: as soon as a field is left, else every 20 seconds. One write at a time, the
 * newest state next, and none beside a save. Cards have no storage, and HubSpot takes them away without warning.
 */
export function writeDrafts({ store, companyId, by, user, session, after }: Author) {
  let sequence = 0;
  /** What the home holds of this run; null where nobody knows. */
  let held: string | null = NOTHING;
  /** A save under way says what becomes of the drafts. */
  let isCovered = false;
  let isAfterSave = false;
  let took: readonly DraftMark[] | null = null;
  let toDiscard: readonly DraftMark[] = [];
  let failed: string | null = null;
  let underWay: Promise<void> | null = null;
  let stopTimer: (() => void) | null = null;
  let isOff = false;
  let isLeaving = false;

  /** Writes what is due, now or later. */
  const consider = () => {
    const state = store.read();
    if (state.phase !== 'ready' || isWriting(state) || underWay !== null) return;
    if (isOff || !state.record.keepsDrafts) return;
    const wanted = wantedOf(state);
    if (wanted === held && toDiscard.length === 0) {
      stop();
      return;
    }
    const isLeft = state.typing === null || isLeaving;
    if (isLeft && failed !== wanted) write(state);
    else if (!isLeaving) stopTimer ??= after(EVERY_MS, onTime);
  };
  const wantedOf = (state: Ready): string => {
    // what was taken over stands in the home until this run has written
    if (took !== null && took !== state.took) held = null;
    took = state.took;
    const wanted = textOf(state);
    if (isAfterSave && wanted === NOTHING) held = NOTHING;
    isAfterSave = false;
    return wanted;
  };
  const onTime = () => {
    stopTimer = null;
    const state = store.read();
    const isFree = state.phase === 'ready' && !isWriting(state) && underWay === null && !isOff;
    if (isFree && (toDiscard.length > 0 || textOf(state) !== held)) write(state);
  };
  const stop = () => {
    stopTimer?.();
    stopTimer = null;
  };
  const write = (state: Ready) => {
    stop();
    const wanted = textOf(state);
    const discards = toDiscard;
    const isDiscard = discards.length > 0 || wanted === NOTHING;
    const own = isDiscard && wanted === NOTHING ? [...state.took, ...ownMarks()] : [];
    const before = held;
    const asked = isDiscard ? discard([...discards, ...own]) : keep(state);
    underWay = asked.then((isDone) => {
      underWay = null;
      failed = isDone ? null : wanted;
      // a save that did not wait for it has made it void
      if (isDone && held === before) {
        toDiscard = toDiscard.slice(discards.length);
        if (discards.length === 0 || wanted === NOTHING) held = wanted;
      }
      if (state.isDraftFailed === isDone) store.dispatch({ type: 'draft-written', isKept: isDone });
      consider();
    });
  };
  const keep = async (state: Ready): Promise<boolean> => {
    sequence += 1;
    const { type } = profileShown(state);
    const edits = draftEdits(state);
    const input = { companyId, user, by, type, edits, session, sequence, took: state.took };
    const outcome = await ask('keep-draft', input);
    if (outcome.ok) isOff = !outcome.answer.isKept;
    return outcome.ok;
  };
  const discard = async (marks: readonly DraftMark[]): Promise<boolean> =>
    marks.length === 0 || (await ask('discard-draft', { companyId, user, marks })).ok;
  const ownMarks = () => (sequence === 0 ? [] : [{ session, sequence }]);

  store.subscribe(consider);
  return {
    /** @returns a write under way; null without one. A save waits for it, for a short time */
    waitForWrite: () => {
      stop();
      return underWay === null ? null : sooner(underWay, after);
    },
    /** @returns what a save has to say about drafts; nothing where it changes nothing */
    beginSave: (state: Ready, changes: object): DraftsOfSave | undefined => {
      if (!state.record.keepsDrafts || Object.keys(changes).length === 0) return undefined;
      held = null;
      isCovered = true;
      sequence += 1;
      return { user, session, sequence, took: state.took, edited: Object.keys(state.edits) };
    },
    /** Before the answer is taken in: a save that was done leaves at most what is still unsaved. */
    endSave: (isDone: boolean) => {
      isAfterSave = isDone && isCovered;
      isCovered = false;
    },
    /** Discards what earlier runs wrote. */
    discard: (marks: readonly DraftMark[]) => {
      toDiscard = [...toDiscard, ...marks];
      consider();
    },
    /** The card is taken away. */
    leave: () => {
      isLeaving = true;
      stop();
      consider();
    },
  };
}

function sooner(work: Promise<void>, after: Run['after']): Promise<void> {
  return new Promise((resolve) => {
    const cancel = after(PATIENCE_MS, resolve);
    void work.then(() => {
      cancel();
      resolve();
    });
  });
}

function textOf(state: Ready): string {
  const edits = draftEdits(state);
  return Object.keys(edits).length === 0 ? NOTHING : JSON.stringify(edits);
}

/** The unsaved edits, each with the last change of its field that the card knows. */
function draftEdits({ edits, record: { changes } }: Ready): Record<string, DraftEdit> {
  return Object.fromEntries(
    Object.entries(edits).map(([name, { seen, value }]) => [
      name,
      { seen, value, since: changes[name]?.at ?? null },
    ]),
  );
}
