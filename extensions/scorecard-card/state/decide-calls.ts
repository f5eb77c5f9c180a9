import type { Quarter } from '../../../src/icp/quarter.ts';

import { ask } from '../../door/ask.ts';
import { type Caller, alertOfDeals, load } from './calls.ts';
import { isWriting } from './card-state.ts';
import {
  type DecideInput,
  type Decided,
  type DecisionInput,
  type SlotsRead,
  faultIn,
  quarterOf,
  wantedOf,
  whyNotDecided,
} from './decision-form.ts';
import type { Store } from './reduce.ts';

/** Changes the form. To go deep, the slots of its quarter are counted. */
export async function enterDecision(
  caller: Pick<Caller, 'store' | 'companyId'>,
  input: Partial<DecisionInput>,
): Promise<void> {
  const { store } = caller;
  store.dispatch({ type: 'decision-entered', input });
  const state = store.read();
  if (state.phase !== 'ready' || state.decision.decision !== 'go-deep') return;
  const quarter = quarterOf(state.decision, state.record.decision);
  const isCounted = input.decision === undefined && state.decision.slots?.quarter === quarter;
  if (quarter !== null && !isCounted) await countSlots(caller, quarter);
}

/** Counts the slots once more: those of the quarter in the form, or those after a decision to go deep. */
export async function recountSlots(caller: Pick<Caller, 'store' | 'companyId'>): Promise<void> {
  const state = caller.store.read();
  if (state.phase !== 'ready') return;
  const { done } = state.decision;
  const quarter = done?.quarter ?? quarterOf(state.decision, state.record.decision);
  if (quarter !== null) await countSlots(caller, quarter, done?.at);
}

/** @param decided the time of a decision to go deep that the count has to include */
async function countSlots(
  { store, companyId }: Pick<Caller, 'store' | 'companyId'>,
  quarter: Quarter,
  decided?: string,
): Promise<void> {
  const state = store.read();
  if (state.phase !== 'ready') return;
  const read: SlotsRead = {
    id: (state.decision.slots?.id ?? 0) + 1,
    ...{ quarter, slots: null, failure: null },
  };
  store.dispatch({ type: 'slots-read', read });
  const counted = await ask('read-slots', { companyId, quarter, ...(decided !== undefined && { decided }) });
  store.dispatch({
    type: 'slots-read',
    read: counted.ok ? { ...read, slots: counted.answer } : { ...read, failure: counted.failure },
  });
}

/**
 * Sends the form as a decision. What was sent before and may have arrived is sent again as it was, with its time, so that it
 * is decided once.
 */
export async function decide(caller: Caller): Promise<void> {
  const { store, host } = caller;
  const before = store.read();
  if (before.phase !== 'ready' || isWriting(before)) return;
  if (whyNotDecided(before) !== null || faultIn(before) !== null) return;
  const sent = before.decision.sent ?? inputOf(caller);
  if (sent === null) return;
  store.dispatch({ type: 'decision-sent', sent });
  const request = before.request + 1;
  store.dispatch({ type: 'asked', request, call: 'decide' });
  const outcome = await ask('decide', sent);
  if (!outcome.ok) {
    store.dispatch({ type: 'refused', request, call: 'decide', failure: outcome.failure });
    if (outcome.failure.field === 'decision_reason') await recountSlots(caller);
    return;
  }
  store.dispatch({ type: 'decided', request, answer: outcome.answer });
  if (outcome.answer.conflicts.length > 0) return;
  host.refreshObjectProperties();
  alertOfDeals(outcome.answer, host);
  await countAfterDecision(caller);
}

/** Loads the record. A decision whose answer was lost may stand there: then its slots are counted as after any other. */
export async function loadAndCount(caller: Caller): Promise<void> {
  const before = doneIn(caller.store);
  await load(caller);
  if (doneIn(caller.store) !== before) await countAfterDecision(caller);
}

/** Takes the record that somebody else changed. The form stays. */
export function lookAtNewer({ read, dispatch }: Store): void {
  const state = read();
  if (state.phase !== 'ready' || state.decision.conflict === null) return;
  dispatch({ type: 'loaded', request: state.request, record: state.decision.conflict });
}

async function countAfterDecision(caller: Caller): Promise<void> {
  if (doneIn(caller.store)?.decision === 'go-deep') await recountSlots(caller);
}

function doneIn({ read }: Store): Decided | null {
  const state = read();
  return state.phase === 'ready' ? state.decision.done : null;
}

function inputOf({ store, companyId, by, now }: Caller): DecideInput | null {
  const state = store.read();
  if (state.phase !== 'ready') return null;
  const wanted = wantedOf(state);
  const { stored, basisNow } = state.record.decision;
  if (wanted === null || basisNow === null) return null;
  const { decision, quarter, reason, askAgainOn } = wanted;
  return {
    companyId,
    by,
    basis: basisNow,
    changes: {
      decision: { seen: stored.decision, value: decision },
      decision_quarter: { seen: stored.decision_quarter, value: quarter },
      decision_reason: { seen: stored.decision_reason, value: reason },
      ask_again_on: { seen: stored.ask_again_on, value: askAgainOn ?? '' },
      decided_at: { seen: stored.decided_at, value: now().toISOString() },
    },
  };
}
