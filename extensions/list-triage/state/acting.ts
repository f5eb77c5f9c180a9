import type {
  TriageAct,
  TriageChoices,
  TriageOutcome,
  TriagePlan,
  TriageResult,
} from '../../../src/contract/triage.ts';
import { type Decision, mayAskAgain } from '../../../src/icp/decision.ts';
import type { PartnerType } from '../../../src/icp/partner-types.ts';
import type { Quarter } from '../../../src/icp/quarter.ts';
import type { Failure } from '../../door/ask.ts';

export type ActKind = TriageAct['kind'];

/** What a person entered. Null where nothing is chosen. */
export interface ActForm {
  kind: ActKind;
  type: PartnerType | null;
  decision: Decision | null;
  quarter: Quarter | null;
  reason: string;
  askAgainOn: string | null;
}

/**
 * - `form`: something is entered; nothing is previewed, or what was is out of date
 * - `previewing`, `previewed`
 * - `applying`; `stopping` until the call under way is answered
 * - `ended`: through, stopped, or broken off with `failure`
 */
export type Phase = 'form' | 'previewing' | 'previewed' | 'applying' | 'stopping' | 'ended';

/** An act on several companies, from the form to its results. */
export interface Acting {
  /** Null while they are read. */
  choices: TriageChoices | null;
  form: ActForm;
  phase: Phase;
  /** The act of the preview. */
  act: TriageAct | null;
  /** How many companies the preview is asked about. */
  selected: number;
  plans: readonly TriagePlan[];
  /** Ids of plans that are to be applied. */
  ticked: readonly string[];
  /** By company id. */
  results: Readonly<Record<string, TriageResult>>;
  /** The time of a decision: the same when the run goes on, so that it is decided once. */
  at: string;
  failure: Failure | null;
}

export const EMPTY_ACTING: Acting = {
  choices: null,
  form: { kind: 'set-type', type: null, decision: null, quarter: null, reason: '', askAgainOn: null },
  phase: 'form',
  act: null,
  selected: 0,
  plans: [],
  ticked: [],
  results: {},
  at: '',
  failure: null,
};

/** The act in the form; null while something of it is not chosen. */
export function actOf(form: ActForm, choices: TriageChoices): TriageAct | null {
  const { kind, decision, reason, askAgainOn } = form;
  switch (kind) {
    case 'set-type':
    case 'start': {
      const type = typeIn(form, choices);
      return type === null ? null : { kind, type };
    }
    case 'take-over':
      return { kind };
    case 'decide': {
      const quarter = form.quarter ?? choices.quarters[0];
      if (decision === null || quarter === undefined) return null;
      const day = mayAskAgain(decision) ? askAgainOn : null;
      return { kind, decision, quarter, reason: reason.trim(), askAgainOn: day };
    }
  }
}

/** The chosen type. Scorecards start under the portal's own unless another one is chosen. */
export function typeIn({ kind, type }: ActForm, { types, startType }: TriageChoices): PartnerType | null {
  if (type !== null || kind !== 'start') return type;
  return types.includes(startType) ? startType : null;
}

export function isRunning({ phase }: Pick<Acting, 'phase'>): boolean {
  return phase === 'applying' || phase === 'stopping';
}

/** Whether something may be entered: a preview or a run is of the form as it was. */
export function isOpen({ phase }: Pick<Acting, 'phase'>): boolean {
  return phase === 'form' || phase === 'previewed';
}

/** The plans that would change something. */
export function changing(plans: readonly TriagePlan[]): readonly TriagePlan[] {
  return plans.filter(({ seen }) => seen !== null);
}

/** Those that are ticked at first: nothing that people gave is replaced unasked. */
export function tickedAtFirst(plans: readonly TriagePlan[]): string[] {
  return changing(plans)
    .filter(({ isReplacing }) => !isReplacing)
    .map(({ companyId }) => companyId);
}

const MAY_BE_ASKED_AGAIN: readonly TriageOutcome[] = ['failed', 'unknown'];

/** Ticked companies that are still to be sent, in the order in which they are sent: those that failed come last. */
export function openIds({ ticked, results }: Pick<Acting, 'ticked' | 'results'>): string[] {
  const again = ticked.filter((id) => {
    const outcome = results[id]?.outcome;
    return outcome !== undefined && MAY_BE_ASKED_AGAIN.includes(outcome);
  });
  return [...ticked.filter((id) => results[id] === undefined), ...again];
}

/** How many of the ticked companies came to what. `open` were not begun. */
export function tallyOf({ ticked, results }: Pick<Acting, 'ticked' | 'results'>) {
  const tally = { done: 0, unchanged: 0, refused: 0, failed: 0, unknown: 0, open: 0 };
  for (const id of ticked) tally[results[id]?.outcome ?? 'open'] += 1;
  return tally;
}
