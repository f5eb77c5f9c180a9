import type { Operations } from '../../../src/contract/operations.ts';
import type { PolicyState } from '../../../src/contract/policy.ts';
import type { PartnerType } from '../../../src/icp/partner-types.ts';

import { ask } from '../../door/ask.ts';
import { type Act, type Ready, type Subject, draftIn } from './page-state.ts';
import { UNREAD, begun, brokenOff, withPage } from './portfolio.ts';
import type { Store } from './reduce.ts';

/** What a call needs: the state, who is signed in, and the clock. */
export interface Caller {
  store: Store;
  /** The app treats it as a claim. */
  by: string;
  now: () => Date;
}

/** Loads the policy, for the first time or again. */
export async function load({ store }: Caller): Promise<void> {
  const before = store.read();
  if (before.phase === 'ready' && before.busy !== null) return;
  const loaded = await call(store, 'load-policy', {}, { act: 'load', subject: null });
  if (loaded !== null) store.dispatch({ type: 'loaded', request: loaded.request, policy: loaded.answer });
}

/** Saves a draft. @returns whether it stands in the portal now */
export async function save({ store, by }: Caller, subject: Subject): Promise<boolean> {
  const before = ready(store);
  if (before === null) return false;
  const asked = { act: 'save', subject } as const;
  const { answered, sent } =
    subject === 'settings'
      ? await saveSettings(store, before, by)
      : await saveProfile(store, before, by, subject);
  if (answered === null) return false;
  const { request, answer } = answered;
  const isConflict = answer.conflict !== null;
  store.dispatch({
    type: 'draft-saved',
    request,
    policy: answer.state,
    subject: asked.subject,
    sent,
    isConflict,
  });
  return !isConflict;
}

async function saveSettings(store: Store, { settings: { body, seen } }: Ready, by: string) {
  const input = { settings: body, seen, by };
  const answered = await call(store, 'save-settings-draft', input, { act: 'save', subject: 'settings' });
  return { answered, sent: body };
}

async function saveProfile(store: Store, { editors }: Ready, by: string, type: PartnerType) {
  const editor = editors[type];
  if (editor === undefined) return { answered: null, sent: null };
  const { body, seen } = editor;
  const input = { type, draft: body, seen, by };
  const answered = await call(store, 'save-profile-draft', input, { act: 'save', subject: type });
  return { answered, sent: body };
}

/** Deletes a draft from the portal, and what is edited of it here. One that was never saved is only dropped. */
export async function discard({ store, by }: Caller, subject: Subject): Promise<void> {
  const before = ready(store);
  if (before === null) return;
  const asked = { act: 'discard', subject } as const;
  if (subject === 'settings') {
    const { seen } = before.settings;
    store.dispatch({ type: 'reset', subject });
    if (seen !== null) await change(store, asked, 'discard-settings-draft', { seen, by });
    return;
  }
  const seen = before.editors[subject]?.seen ?? null;
  if (seen === null) {
    store.dispatch({ type: 'dropped', subject });
    return;
  }
  const isGone = await change(store, asked, 'discard-profile-draft', { type: subject, seen, by });
  if (isGone) store.dispatch({ type: 'dropped', subject });
}

/** Publishes what is edited, saving a profile first where it is not saved. */
export async function publish(
  caller: Caller,
  subject: Subject,
  reason: string,
  isUnsaved: boolean,
): Promise<void> {
  const { store, by } = caller;
  const seenByPerson = ready(store);
  if (seenByPerson === null) return;
  // not that of the answer to the save: what somebody published meanwhile has not been looked at
  const { policy } = seenByPerson.policy;
  if (subject !== 'settings' && isUnsaved && !(await save(caller, subject))) return;
  const before = ready(store);
  if (before === null) return;
  const asked = { act: 'publish', subject } as const;
  if (subject === 'settings') {
    const settings = before.settings.body;
    await change(store, asked, 'publish-settings', { settings, reason, by, policy });
    return;
  }
  const seen = draftIn(before.policy, subject)?.at;
  await change(store, asked, 'publish-profile', { type: subject, seen, reason, by, policy });
}

export async function rollBack(
  { store, by }: Caller,
  type: PartnerType,
  version: number,
  reason: string,
): Promise<void> {
  const before = ready(store);
  if (before === null) return;
  const { policy } = before.policy;
  const input = { type, version, reason, by, policy };
  await change(store, { act: 'roll-back', subject: type }, 'roll-back-profile', input);
}

/** Reads the scorecards of a type in pages: from the start, or where the last run broke off. */
export async function readPortfolio(
  { store, now }: Caller,
  type: PartnerType,
  isFromStart: boolean,
): Promise<void> {
  const before = store.read();
  if (before.phase !== 'ready') return;
  const start = before.portfolios[type] ?? UNREAD;
  if (start.isReading) return;
  let portfolio = begun(start, isFromStart);
  const { run } = portfolio;
  store.dispatch({ type: 'portfolio', partnerType: type, portfolio });
  while (portfolio.isReading) {
    const { next } = portfolio;
    const asked = await ask('read-portfolio', { type, ...(next !== null && { after: next }) });
    const state = store.read();
    if (state.phase !== 'ready' || state.portfolios[type]?.run !== run) return;
    portfolio = asked.ok
      ? withPage(portfolio, asked.answer, now().toISOString())
      : brokenOff(portfolio, asked.failure);
    store.dispatch({ type: 'portfolio', partnerType: type, portfolio });
  }
}

type Changing =
  | 'discard-profile-draft'
  | 'discard-settings-draft'
  | 'publish-profile'
  | 'publish-settings'
  | 'roll-back-profile';

/** @returns whether it was done */
async function change<Name extends Changing>(
  store: Store,
  asked: { act: Act; subject: Subject },
  operation: Name,
  input: Operations[Name]['input'],
): Promise<boolean> {
  const changed = await call(store, operation, input, asked);
  if (changed === null) return false;
  const policy: PolicyState = changed.answer;
  store.dispatch({ type: 'changed', request: changed.request, policy, ...asked });
  return true;
}

/** Null while something is written: one write at a time. */
function ready(store: Store): Ready | null {
  const state = store.read();
  return state.phase === 'ready' && state.busy === null ? state : null;
}

/** Asks the app as the newest call. @returns null when it failed; the state says so already */
async function call<Name extends Exclude<keyof Operations, 'read-portfolio'>>(
  store: Store,
  operation: Name,
  input: Operations[Name]['input'],
  asked: { act: Act; subject: Subject | null },
): Promise<{ request: number; answer: Operations[Name]['answer'] } | null> {
  const request = store.read().request + 1;
  store.dispatch({ type: 'asked', request, ...asked });
  const outcome = await ask(operation, input);
  if (outcome.ok) return { request, answer: outcome.answer };
  const { failure } = outcome;
  if (failure.code === 'policy-moved') await catchUp(store, request);
  store.dispatch({ type: 'refused', request, ...asked, failure });
  return null;
}

/** Reads what somebody else published or saved, so that the page shows it beside the refusal. */
async function catchUp(store: Store, request: number): Promise<void> {
  const outcome = await ask('load-policy', {});
  if (outcome.ok) store.dispatch({ type: 'loaded', request, policy: outcome.answer });
}
