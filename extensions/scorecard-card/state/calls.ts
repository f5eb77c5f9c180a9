import type { Operations } from '../../../src/contract/operations.ts';
import type { Conflict, SaveAnswer } from '../../../src/contract/scorecard-record.ts';
import { dayInWords } from '../../../src/icp/day-in.ts';
import { sameValue } from '../../../src/icp/fields.ts';
import type { PartnerType } from '../../../src/icp/partner-types.ts';
import { TYPE_FIELD } from '../../../src/icp/type-change.ts';

import { counted } from '../../common/display.ts';
import { ask } from './ask.ts';
import { type Call, type Place, isWriting } from './card-state.ts';
import { changesToSend } from './changes-to-send.ts';
import type { Edits } from './drafts.ts';
import type { Store } from './reduce.ts';
import { profileKnown } from './type-choice.ts';
import {
  CLEARED,
  NOTHING_SAVED,
  OTHER_VERDICT_STORED,
  SAVED_OTHERWISE,
  scorecardSaved,
  refilled,
  reviewNoted,
  savedExcept,
} from '../../../src/messages/cards.ts';

/** What a call needs: the state, whose scorecard it is, and the page around the card. */
export interface Caller {
  store: Store;
  companyId: string;
  /** Who works on it. The app treats it as a claim. */
  by: string;
  host: Host;
}

/** What the card asks of the page around it. */
export interface Host {
  addAlert: (alert: { type: 'success' | 'warning'; message: string }) => void;
  refreshObjectProperties: () => void;
}

/** Loads the scorecard, for the first time or again. */
export async function load({ store, companyId }: Caller): Promise<void> {
  if (isWriting(store.read())) return;
  const loaded = await call(store, { operation: 'load-scorecard', call: 'load' }, { companyId });
  if (loaded !== null) store.dispatch({ type: 'loaded', request: loaded.request, record: loaded.answer });
}

/** Saves every unsaved field, or only those named. A save of none updates the stored verdict. */
export function save(caller: Caller, place: Place, only?: readonly string[]): Promise<void> {
  return send(caller, place, only, {});
}

/** Saves every unsaved field, or none, as the yearly review. */
export function review(caller: Caller, place: Place): Promise<void> {
  return send(caller, place, undefined, { reviewed: true });
}

async function send(
  caller: Caller,
  place: Place,
  only: readonly string[] | undefined,
  act: { reviewed?: true },
): Promise<void> {
  const { store, companyId, by, host } = caller;
  const before = store.read();
  if (before.phase !== 'ready' || isWriting(before)) return;
  const { sent, changes } = changesToSend(before, only);
  const isAllHeldBack = Object.keys(before.edits).length > 0 && Object.keys(sent).length === 0;
  if (only === undefined && act.reviewed === undefined && isAllHeldBack) return;
  const asked = { operation: 'save-scorecard', call: 'save', place } as const;
  const saved = await call(store, asked, { companyId, changes, by, ...act });
  if (saved === null) return;
  store.dispatch({ type: 'saved', ...saved, sent });
  host.refreshObjectProperties();
  const alert = act.reviewed === true ? reviewedAlert(saved.answer, sent) : savedAlert(saved.answer, sent);
  if (alert !== null) host.addAlert(alert);
  alertOfDeals(saved.answer, host);
}

/** Empties the scorecard in the CRM. */
export async function clear({ store, companyId, by, host }: Caller): Promise<void> {
  const before = store.read();
  if (before.phase !== 'ready' || isWriting(before)) return;
  const asked = { operation: 'clear-scorecard', call: 'clear', place: 'bottom' } as const;
  const cleared = await call(store, asked, { companyId, by });
  if (cleared === null) return;
  store.dispatch({ type: 'cleared', ...cleared });
  host.refreshObjectProperties();
  // a full success is said in the card, where a later act takes it away
  const { length } = cleared.answer.conflicts;
  if (length > 0)
    host.addAlert({ type: 'warning', message: `${CLEARED} ${refilled(counted(length, 'field'))}.` });
  alertOfDeals(cleared.answer, host);
}

/** Picks a partner type, and fetches its questions where the card does not know them. */
export async function pickType({ store }: Caller, type: PartnerType): Promise<void> {
  store.dispatch({ type: 'type-picked', partnerType: type });
  const state = store.read();
  if (state.phase !== 'ready' || state.pendingType?.type !== type) return;
  if (profileKnown(state, type) !== null) return;
  const asked = await ask('show-profile', { type });
  if (asked.ok) store.dispatch({ type: 'profile-shown', profile: asked.answer });
  else store.dispatch({ type: 'profile-refused', partnerType: type, failure: asked.failure });
}

/** Asks the app as the newest call. @returns null when it failed; the state says so already */
async function call<Name extends 'load-scorecard' | 'save-scorecard' | 'clear-scorecard'>(
  { read, dispatch }: Store,
  asked: { operation: Name; call: Call; place?: Place },
  input: Operations[Name]['input'],
): Promise<{ request: number; answer: Operations[Name]['answer'] } | null> {
  const { operation, ...event } = asked;
  const request = read().request + 1;
  dispatch({ type: 'asked', request, ...event });
  const outcome = await ask(operation, input);
  if (outcome.ok) return { request, answer: outcome.answer };
  dispatch({ type: 'refused', request, call: event.call, failure: outcome.failure });
  return null;
}

/** Null for a full success: the header says it, and a toast could stay beside a later failure. */
function savedAlert(answer: SaveAnswer, sent: Edits): Parameters<Host['addAlert']>[0] | null {
  const { conflicts, notWritten, companyName, drift } = answer;
  const unsaved = new Set([...conflicts, ...notWritten].map(({ field }) => field));
  if (unsaved.size === 0)
    return drift.length === 0
      ? null
      : { type: 'warning', message: `${scorecardSaved(companyName)} ${OTHER_VERDICT_STORED}.` };
  if (conflicts.some(holdsAllBack)) return { type: 'warning', message: NOTHING_SAVED };
  const isAnySaved = Object.keys(sent).some((name) => !unsaved.has(name));
  const message = isAnySaved ? savedExcept(companyName, counted(unsaved.size, 'field')) : SAVED_OTHERWISE;
  return { type: 'warning', message };
}

function reviewedAlert(answer: SaveAnswer, sent: Edits): ReturnType<typeof savedAlert> {
  const { notReviewed, conflicts, notWritten, companyName, trail } = answer;
  if (notReviewed !== null) return { type: 'warning', message: notReviewed };
  if (conflicts.length + notWritten.length > 0 || trail.reviewDue === null) return savedAlert(answer, sent);
  return { type: 'success', message: reviewNoted(companyName, dayInWords(trail.reviewDue)) };
}

/** A change of type that met a conflict was not saved at all: the answer names fields that nobody else changed. */
function holdsAllBack({ field, seen, found, written }: Conflict): boolean {
  return !written && (field === TYPE_FIELD || sameValue(seen, found));
}

/** A deal without the verdict misleads its board, so the person is told although the scorecard is saved. */
function alertOfDeals({ deals }: SaveAnswer, host: Host): void {
  const message = deals?.message ?? null;
  if (message !== null) host.addAlert({ type: 'warning', message });
}
