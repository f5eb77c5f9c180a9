import type { PartnerType } from '../../../src/icp/partner-types.ts';

import { ask } from '../../door/ask.ts';
import { type Caller, load } from './calls.ts';
import type { People } from './people.ts';
import type { Store } from './reduce.ts';
import { begunRun, isUnderWay, withRejudged } from './rejudging.ts';

/** Reads whom the settings may name, once; after a failure again. */
export async function readPeople(store: Store): Promise<void> {
  const state = store.read();
  if (state.phase !== 'ready' || state.policy.publishing.edition !== 'oauth' || !state.policy.mayPublish)
    return;
  if (state.people.state === 'reading' || state.people.state === 'read') return;
  store.dispatch({ type: 'people', people: { state: 'reading' } });
  const asked = await ask('read-people', {});
  const people: People = asked.ok
    ? { state: 'read', people: asked.answer.people }
    : { state: 'failed', failure: asked.failure };
  store.dispatch({ type: 'people', people });
}

/** Judges every scorecard of a type by its current profile, page by page, until it is through or stopped. */
export async function rejudge(caller: Caller, type: PartnerType, isFromStart: boolean): Promise<void> {
  const { store, by } = caller;
  const before = store.read();
  if (before.phase !== 'ready' || isUnderWay(before.rejudging[type])) return;
  store.dispatch({
    type: 'rejudging',
    partnerType: type,
    run: begunRun(before.rejudging[type], isFromStart),
  });
  for (;;) {
    const run = runOf(store, type);
    if (run === undefined || !isUnderWay(run)) return;
    const { to, next } = run;
    const input = { type, by, ...(to !== null && { to }), ...(next !== null && { after: next }) };
    const asked = await ask('rejudge', input);
    const now = runOf(store, type) ?? run;
    const after = asked.ok
      ? withRejudged(now, asked.answer)
      : ({ ...now, state: 'failed', failure: asked.failure } as const);
    store.dispatch({ type: 'rejudging', partnerType: type, run: after });
    if (!asked.ok && asked.failure.code === 'policy-moved') await load(caller);
  }
}

/** Ends a run behind the page that is under way. */
export function stopRejudging(store: Store, type: PartnerType): void {
  const run = runOf(store, type);
  if (run?.state === 'running')
    store.dispatch({ type: 'rejudging', partnerType: type, run: { ...run, state: 'stopping' } });
}

function runOf(store: Store, type: PartnerType) {
  const state = store.read();
  return state.phase === 'ready' ? state.rejudging[type] : undefined;
}
