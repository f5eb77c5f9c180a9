import type { Operations } from '../../../src/contract/operations.ts';
import type { TriageOutcome, TriageResult } from '../../../src/contract/triage.ts';
import { NO_PROGRESS } from '../../../src/messages/triage-panel.ts';
import { type Failure, ask } from '../../door/ask.ts';
import {
  type ActForm,
  type Acting,
  EMPTY_ACTING,
  actOf,
  changing,
  isOpen,
  openIds,
  tickedAtFirst,
} from './acting.ts';

/** Companies of one preview. */
const PREVIEWED = 50;

/** Companies of one call that writes: the server has 13 seconds for it, and answers what it had no time for. */
const APPLIED = 10;

/** Failures after which nobody knows what was written. After any other nothing was begun. */
const UNCERTAIN: readonly string[] = ['unreachable', 'unknown-outcome', 'bug', 'unavailable'];

interface Person {
  by: string;
  now: () => Date;
}

/** What a person does about several companies: the state, and everything that can be done with it. */
export type ActingSession = ReturnType<typeof startActing>;

/**
 * Starts with an empty form. The state lives here and not in React: a run goes on over many calls, whatever is drawn
 * meanwhile.
 */
export function startActing(companyIds: readonly string[], { by, now }: Person) {
  let state: Acting = { ...EMPTY_ACTING, selected: companyIds.length };
  const listeners = new Set<() => void>();
  const read = (): Acting => state;
  const change = (part: Partial<Acting>): void => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };

  const loadChoices = async (): Promise<void> => {
    change({ failure: null });
    const asked = await ask('triage-choices', {});
    change(asked.ok ? { choices: asked.answer } : { failure: asked.failure });
  };

  const enter = (part: Partial<ActForm>): void => {
    if (isOpen(state)) change({ ...ANEW, form: { ...state.form, ...part } });
  };

  const preview = async (): Promise<void> => {
    const { choices, form } = state;
    const act = choices === null ? null : actOf(form, choices);
    if (act === null || !isOpen(state)) return;
    change({ ...ANEW, phase: 'previewing', act });
    for (let start = 0; start < companyIds.length; start += PREVIEWED) {
      const before = changing(state.plans).map(({ companyId }) => companyId);
      const asked = await ask('preview-triage', {
        ...{ act, companyIds: companyIds.slice(start, start + PREVIEWED) },
        deepBefore: takesSlots(act) ? before : [],
      });
      if (!asked.ok) {
        change({ phase: 'form', failure: asked.failure });
        return;
      }
      change({ plans: [...state.plans, ...asked.answer.plans] });
    }
    change({ phase: 'previewed', ticked: tickedAtFirst(state.plans) });
  };

  const tick = (ids: readonly string[], isTicked: boolean): void => {
    if (state.phase !== 'previewed') return;
    const wanted = new Set(
      isTicked ? [...state.ticked, ...ids] : state.ticked.filter((id) => !ids.includes(id)),
    );
    const order = changing(state.plans).map(({ companyId }) => companyId);
    change({ ticked: order.filter((id) => wanted.has(id)) });
  };

  const withResults = (results: readonly TriageResult[]) => ({
    ...state.results,
    ...Object.fromEntries(results.map((result) => [result.companyId, result])),
  });

  /** Sends the next companies. @returns whether the run goes on */
  const send = async (ids: readonly string[]): Promise<Failure | null> => {
    const { act, plans, at, results: before } = state;
    if (act === null) return null;
    const companies = plans.flatMap(({ companyId, seen }) =>
      seen !== null && ids.includes(companyId) ? [{ companyId, seen }] : [],
    );
    const went = Object.values(before).filter(({ outcome }) => WENT_DEEP.includes(outcome));
    const deepBefore = takesSlots(act) ? went.map(({ companyId }) => companyId) : [];
    const asked = await ask('apply-triage', { act, companies, at, by, deepBefore });
    if (!asked.ok) {
      const { failure } = asked;
      const unknown = ids.map((companyId) => ({
        ...{ companyId, outcome: 'unknown' as const, sentence: failure.message },
      }));
      if (UNCERTAIN.includes(failure.code)) change({ results: withResults(unknown) });
      return failure;
    }
    const { results, stopped } = asked.answer;
    change({ results: withResults(results) });
    if (stopped !== null) return { code: 'stopped', message: stopped };
    return results.length === 0 ? { code: 'stopped', message: NO_PROGRESS } : null;
  };

  const run = async (): Promise<void> => {
    change({ phase: 'applying', failure: null });
    const sent = new Set<string>();
    for (;;) {
      // what failed in this run is not sent again by itself
      const next = openIds(state).filter((id) => !sent.has(id) || state.results[id] === undefined);
      if (next.length === 0 || read().phase === 'stopping') break;
      const ids = next.slice(0, APPLIED);
      for (const id of ids) sent.add(id);
      const failure = await send(ids);
      if (failure !== null) {
        change({ phase: 'ended', failure });
        return;
      }
    }
    change({ phase: 'ended' });
  };

  return {
    read,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    loadChoices,
    enter,
    preview,
    tick,
    /** Begins with the ticked companies. */
    apply: async (): Promise<void> => {
      if (state.phase !== 'previewed' || state.ticked.length === 0) return;
      change({ at: now().toISOString(), results: {} });
      await run();
    },
    /** Goes on with those that were not begun or whose outcome is not known. */
    goOn: async (): Promise<void> => {
      if (state.phase === 'ended' && openIds(state).length > 0) await run();
    },
    stop: (): void => {
      if (state.phase === 'applying') change({ phase: 'stopping' });
    },
    /** Back to the form, which stays as it is. */
    beginAnew: (): void => {
      if (state.phase === 'ended') change(ANEW);
    },
  };
}

/** Nothing previewed and nothing applied. */
const ANEW = { phase: 'form', act: null, plans: [], ticked: [], results: {}, failure: null } as const;

const WENT_DEEP: readonly TriageOutcome[] = ['done', 'unchanged', 'unknown'];

/** Whether each company takes a slot from the next: a reason allows to go over them. */
function takesSlots(act: Operations['apply-triage']['input']['act']): boolean {
  return act.kind === 'decide' && act.decision === 'go-deep' && act.reason === '';
}
