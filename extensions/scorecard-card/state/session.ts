import type { Overwrite } from '../../../src/contract/scorecard-record.ts';
import type { CountedFact } from '../../../src/contract/facts.ts';
import type { HistoryKind } from '../../../src/contract/history.ts';
import type { FieldValue } from '../../../src/icp/fields.ts';
import { type PartnerType, isPartnerType } from '../../../src/icp/partner-types.ts';
import { TYPE_FIELD } from '../../../src/icp/type-change.ts';

import { type Caller, clear, pickType, review, save, takeOver } from './calls.ts';
import { decide, enterDecision, loadAndCount, lookAtNewer, recountSlots } from './decide-calls.ts';
import type { DecisionInput } from './decision-form.ts';
import { continueDraft, discardDraft } from './draft-calls.ts';
import { shownValue } from './drafts.ts';
import { countFact, gatherFacts, setContactRole } from './facts-calls.ts';
import type { RoleWrite } from './facts-state.ts';
import { readHistory, undoSave } from './history-calls.ts';
import { withSentence } from './sentence-in-text.ts';
import { type Run, writeDrafts } from './draft-writer.ts';
import { isWriting } from './card-state.ts';
import { loadedOverrideText, overrideText } from './override-edits.ts';
import { createStore } from './reduce.ts';

/** One card on one company's record: its state, and everything that a person can do with it. */
export type Session = ReturnType<typeof startSession>;

/**
 * Starts a session that has loaded nothing yet.
 *
 * The state lives here and not in React: a click can arrive before React has drawn the change that the same click
 * committed, and a save must include that change.
 */
export function startSession(subject: Omit<Caller, 'store' | 'drafts' | 'user' | 'now'> & { run: Run }) {
  const store = createStore();
  const { read, dispatch, subscribe } = store;
  const { run, ...others } = subject;
  const drafts = writeDrafts({ store, ...others, ...run });
  const caller = { store, drafts, user: run.user, now: run.now, ...others };
  let override: string | null = null;
  return {
    read,
    subscribe,
    load: () => loadAndCount(caller),
    save: (only?: readonly string[]) => save(caller, only),
    /** Saves every unsaved field, and notes that this was the yearly review. */
    review: () => review(caller),
    clear: () => clear(caller),
    /** Judges it by today's profile. What is unsaved stays unsaved. */
    takeOver: () => takeOver(caller),
    continueDraft: () => continueDraft(caller),
    discardDraft: () => discardDraft(caller),
    /** The card is taken away. */
    end: drafts.leave,
    edit: (name: string, value: FieldValue) => dispatch({ type: 'edited', name, value, isTyping: false }),
    /** @param revision of the input that was typed into */
    type: (name: string, value: FieldValue, revision: number) =>
      dispatch({ type: 'edited', name, value, isTyping: true, revision }),
    /** The rating that was given for another type holds for this one. */
    stillHolds: (dimension: string) => dispatch({ type: 'confirmed', dimension }),
    leave: (name: string) => dispatch({ type: 'left', name }),
    undo: () => dispatch({ type: 'undone' }),
    discard: () => dispatch({ type: 'discarded' }),
    keepMine: (name: string) => {
      dispatch({ type: 'kept-mine', name });
      return save(caller, [name]);
    },
    takeTheirs: (name: string) => dispatch({ type: 'took-theirs', name }),
    pickType: (type: PartnerType) => pickType(caller, type),
    agreeToType: () => dispatch({ type: 'type-agreed' }),
    keepType: () => dispatch({ type: 'type-kept' }),
    putBack: (overwrite: Overwrite) => {
      if (overwrite.field === TYPE_FIELD && isPartnerType(overwrite.lost)) {
        dispatch({ type: 'left-alone', overwrite });
        return pickType(caller, overwrite.lost);
      }
      dispatch({ type: 'put-back', overwrite });
      return save(caller, [overwrite.field]);
    },
    /**
     * Follows with one update where HubSpot's own inputs changed the override. HubSpot tells its properties in bursts, and
     * after writes of this card too.
     */
    overrideEdited: (values: Readonly<Record<string, string | null | undefined>>) => {
      const state = read();
      if (state.phase !== 'ready' || isWriting(state)) return Promise.resolve();
      override ??= loadedOverrideText(state.record);
      const text = overrideText(values);
      if (text === override) return Promise.resolve();
      override = text;
      return save(caller, []);
    },
    enterDecision: (input: Partial<DecisionInput>) => enterDecision(caller, input),
    /** @param revision of the input that was typed into */
    typeReason: (reason: string, revision: number) =>
      dispatch({ type: 'decision-entered', input: { reason }, revision }),
    /** Every slot is taken: the inputs show the other choice. */
    chooseWait: () => dispatch({ type: 'decision-entered', input: { decision: 'wait' }, isOutside: true }),
    emptyDecision: () => dispatch({ type: 'decision-emptied' }),
    decide: () => decide(caller),
    recountSlots: () => recountSlots(caller),
    gatherFacts: () => gatherFacts(caller),
    countFact: (fact: CountedFact) => countFact(caller, fact),
    setContactRole: (write: RoleWrite) => setContactRole(caller, write),
    /** Adds a sentence to the evidence or note of that name, as an unsaved edit. One that it has is not added again. */
    useAsEvidence: (name: string, sentence: string) => {
      const state = read();
      if (state.phase !== 'ready') return;
      const value = withSentence(String(shownValue(state, name) ?? ''), sentence);
      dispatch({ type: 'edited', name, value, isTyping: false });
    },
    readHistory: () => readHistory(caller),
    chooseKinds: (kinds: readonly HistoryKind[]) => dispatch({ type: 'kinds-chosen', kinds }),
    chooseLaneOnly: (isLaneOnly: boolean) => dispatch({ type: 'lane-only-chosen', isLaneOnly }),
    /** Asks before the save of this key is undone; null takes the question back. */
    askUndo: (key: string | null) => dispatch({ type: 'undo-asked', save: key }),
    undoSave: (key: string) => undoSave(caller, key),
    /** Takes the record that somebody else changed, and keeps the form. */
    lookAtNewer: () => lookAtNewer(store),
    leaveAlone: (overwrite: Overwrite) => dispatch({ type: 'left-alone', overwrite }),
  };
}
