import { batches } from '../../crm/client/batches.ts';
import { PROPERTY_BATCH } from '../../crm/property-definitions.ts';
import type { Crm } from '../../crm/client/request.ts';
import { type LeftOut, leftOut } from './left-out.ts';
import { performWork } from './perform-work.ts';
import type { Step, Work } from './step.ts';

/** Told before each call that writes: which of how many it is, and what it does. */
export type OnProgress = (step: number, of: number, sentence: string) => void;

type Writing = Step & { work: Work };

/** Steps that one call writes: properties of one kind of record go together. */
export function runsOf(steps: readonly Step[]): Writing[][] {
  const runs: Writing[][] = [];
  for (const step of steps.filter(isWriting)) {
    const run = runs.find(([first]) => first !== undefined && isOneBatch(first.work, step.work));
    if (run === undefined) runs.push([step]);
    else run.push(step);
  }
  return runs.flatMap((run) => batches(run, PROPERTY_BATCH));
}

function isWriting(step: Step): step is Writing {
  return step.work !== null;
}

function isOneBatch(first: Work, next: Work): boolean {
  return first.call === 'property' && next.call === 'property' && first.objectType === next.objectType;
}

/**
 * Carries out a plan, call by call. What HubSpot does not let this app or account have is left out with a sentence, and
 * asked for no second time.
 *
 * @returns the steps as they turned out
 * @throws CrmError when it broke off: install again to go on
 */
export async function applyPlan(crm: Crm, steps: readonly Step[], onProgress: OnProgress): Promise<Step[]> {
  const runs = runsOf(steps);
  const outcomes = new Map<string, Step>();
  const forbidden = new Map<Step['kind'], LeftOut>();
  for (const [index, run] of runs.entries()) {
    const [first] = run;
    if (first === undefined) continue;
    onProgress(index + 1, runs.length, sentenceFor(first, run.length));
    const outcome = forbidden.get(first.kind) ?? (await perform(crm, first, run));
    if (outcome === null) continue;
    outcomes.set(first.name, { ...first, action: outcome.action, sentence: outcome.sentence, work: null });
    if (outcome.isForAll) forbidden.set(first.kind, outcome);
  }
  return steps.map((step) => outcomes.get(step.name) ?? step);
}

/** @returns why it was left out, where the product works without; null when it was made */
async function perform(crm: Crm, first: Step, run: readonly Writing[]): Promise<LeftOut | null> {
  const works = run.map(({ work }) => work);
  try {
    await performWork(crm, works);
    return null;
  } catch (error) {
    const outcome = leftOut(first.kind, error);
    if (outcome === null) throw error;
    return outcome;
  }
}

function sentenceFor({ name, work, action }: Writing, count: number): string {
  if (work.call === 'property') return `Creating ${count} properties of ${work.objectType}`;
  return `${action === 'repair' ? 'Repairing' : 'Creating'} ${name}`;
}
