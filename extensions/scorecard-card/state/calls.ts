import type { Operations } from '../../../src/contract/operations.ts';
import type { SaveAnswer } from '../../../src/contract/scorecard-record.ts';
import { dayInWords } from '../../../src/icp/day-in.ts';
import type { PartnerType } from '../../../src/icp/partner-types.ts';

import { counted } from '../../common/display.ts';
import { ask } from '../../door/ask.ts';
import { type Call, isWriting } from './card-state.ts';
import { changesToSend } from './changes-to-send.ts';
import { findOthers } from './draft-calls.ts';
import type { DraftWriter } from './draft-writer.ts';
import { gatherFacts } from './facts-calls.ts';
import type { Store } from './reduce.ts';
import { profileKnown } from './type-choice.ts';
import { refilled, reviewNoted } from '../../../src/messages/cards.ts';

/** What a call needs: the state, whose scorecard it is, and the page around the card. */
export interface Caller {
  store: Store;
  companyId: string;
  /** Who works on it. The app treats it as a claim. */
  by: string;
  /** The id of the HubSpot user. A claim as well. */
  user: string;
  drafts: DraftWriter;
  now: () => Date;
  host: Host;
}

/** What the card asks of the page around it. */
export interface Host {
  addAlert: (alert: { type: 'success' | 'warning'; message: string }) => void;
  refreshObjectProperties: () => void;
}

/** Loads the scorecard, for the first time or again. */
export async function load({ store, companyId, user }: Caller): Promise<void> {
  const before = store.read();
  if (isWriting(before)) return;
  const asked = { operation: 'load-scorecard', call: 'load' } as const;
  const loaded = await call(store, asked, () => ({ companyId, user }));
  if (loaded === null) return;
  store.dispatch({ type: 'loaded', request: loaded.request, record: loaded.answer });
  if (before.phase === 'ready') return;
  // on most companies nobody asks for facts: a first look does
  const isScored = loaded.answer.state !== 'never-scored' && loaded.answer.state !== 'not-installed';
  await Promise.all([
    isScored ? gatherFacts({ store, companyId }) : null,
    loaded.answer.keepsDrafts ? findOthers(store, { companyId, user }) : null,
  ]);
}

/** Saves every unsaved field, or only those named. A save of none updates the stored verdict. */
export function save(caller: Caller, only?: readonly string[]): Promise<void> {
  return send(caller, only, {});
}

/** Saves every unsaved field, or none, as the yearly review. */
export function review(caller: Caller): Promise<void> {
  return send(caller, undefined, { reviewed: true });
}

async function send(
  caller: Caller,
  only: readonly string[] | undefined,
  act: { reviewed?: true },
): Promise<void> {
  const { store, companyId, by, host, drafts } = caller;
  const before = store.read();
  if (before.phase !== 'ready' || isWriting(before)) return;
  const { sent, changes } = changesToSend(before, only);
  const isAllHeldBack = Object.keys(before.edits).length > 0 && Object.keys(sent).length === 0;
  if (only === undefined && act.reviewed === undefined && isAllHeldBack) return;
  const asked = { operation: 'save-scorecard', call: 'save' } as const;
  const input = () => {
    const ofDrafts = drafts.beginSave(before, changes);
    return { companyId, changes, by, ...act, ...(ofDrafts !== undefined && { drafts: ofDrafts }) };
  };
  const saved = await call(store, asked, input, drafts);
  if (saved === null) return;
  store.dispatch({ type: 'saved', ...saved, sent });
  host.refreshObjectProperties();
  if (act.reviewed === true) alertOfReview(saved.answer, host);
  alertOfDeals(saved.answer, host);
}

/** Empties the scorecard in the CRM. */
export async function clear({ store, companyId, by, host, drafts }: Caller): Promise<void> {
  const before = store.read();
  if (before.phase !== 'ready' || isWriting(before)) return;
  const asked = { operation: 'clear-scorecard', call: 'clear' } as const;
  const input = () => {
    const ofDrafts = drafts.beginSave(before, { everything: null });
    return { companyId, by, ...(ofDrafts !== undefined && { drafts: ofDrafts }) };
  };
  const cleared = await call(store, asked, input, drafts);
  if (cleared === null) return;
  store.dispatch({ type: 'cleared', ...cleared });
  host.refreshObjectProperties();
  // a full success is said in the card, where a later act takes it away
  const { length } = cleared.answer.conflicts;
  if (length > 0)
    host.addAlert({
      type: 'warning',
      message: `${before.record.texts.words.cleared} ${refilled(counted(length, 'field'))}.`,
    });
  alertOfDeals(cleared.answer, host);
}

/** Judges the scorecard by today's profile. Where that is another one by now, shows what it would change. */
export async function takeOver(caller: Caller): Promise<void> {
  const { store, companyId, by, host, drafts } = caller;
  const before = store.read();
  if (before.phase !== 'ready' || isWriting(before) || before.record.takeOver === null) return;
  const asked = { operation: 'rejudge-scorecard', call: 'take-over' } as const;
  const { to } = before.record.takeOver;
  const answer = await call(store, asked, () => ({ companyId, by, to }), drafts);
  if (answer !== null) {
    store.dispatch({ type: 'saved', ...answer, sent: {} });
    host.refreshObjectProperties();
    alertOfDeals(answer.answer, host);
    return;
  }
  const after = store.read();
  if (after.phase !== 'ready' || after.failure?.code !== 'policy-moved') return;
  await load(caller);
  host.addAlert({ type: 'warning', message: before.record.texts.words.newerProfile });
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
export async function call<
  Name extends 'load-scorecard' | 'save-scorecard' | 'clear-scorecard' | 'rejudge-scorecard' | 'undo-save',
>(
  { read, dispatch }: Store,
  asked: { operation: Name; call: Call },
  inputOf: () => Operations[Name]['input'],
  drafts?: DraftWriter,
): Promise<{ request: number; answer: Operations[Name]['answer'] } | null> {
  const { operation, ...event } = asked;
  const request = read().request + 1;
  dispatch({ type: 'asked', request, ...event });
  const underWay = drafts?.waitForWrite() ?? null;
  if (underWay !== null) await underWay;
  const outcome = await ask(operation, inputOf());
  drafts?.endSave(outcome.ok);
  if (outcome.ok) return { request, answer: outcome.answer };
  dispatch({ type: 'refused', request, call: event.call, failure: outcome.failure });
  return null;
}

/** The card itself says what a save did: a toast could stay beside the failure of the next one. */
function alertOfReview(
  { notReviewed, conflicts, notWritten, companyName, trail }: SaveAnswer,
  host: Host,
): void {
  if (notReviewed !== null) host.addAlert({ type: 'warning', message: notReviewed });
  else if (conflicts.length + notWritten.length === 0 && trail.reviewDue !== null)
    host.addAlert({ type: 'success', message: reviewNoted(companyName, dayInWords(trail.reviewDue)) });
}

/** A deal without the verdict misleads its board, so the person is warned although the scorecard is saved. */
export function alertOfDeals({ deals }: Pick<SaveAnswer, 'deals'>, host: Host): void {
  const message = deals?.message ?? null;
  if (message !== null) host.addAlert({ type: 'warning', message });
}
