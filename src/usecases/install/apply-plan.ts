import { CrmError, type CrmErrorCode } from '../../crm/client/errors.ts';
import type { Context } from '../context.ts';
import { type Step, type StepKind, type WritingStep, runsOf } from './step.ts';
import { type MadeThings, writeRun } from './write-run.ts';
import {
  HOME_NEEDS_PLAN,
  KEEPS_EARLIER_LABELS,
  LABELS_NEED_PLAN,
  LISTS_NEED_PLAN,
  PIPELINE_NEEDS_PLAN,
} from '../../messages/install.ts';

/** Told before each call that writes: which of how many it is, and what it does. */
export type OnProgress = (step: number, of: number, sentence: string) => void;

/**
 * Carries out a plan, call by call. What HubSpot refuses and the product works without is skipped with a reason; a kind
 * of thing that is refused as a whole is not tried again.
 *
 * @returns the steps as they turned out, and what was made
 * @throws CrmError when it broke off: install again to go on
 */
export async function applyPlan(
  portal: Pick<Context, 'crm' | 'sleep'>,
  steps: readonly Step[],
  onProgress: OnProgress,
): Promise<{ steps: Step[]; made: MadeThings }> {
  const made: MadeThings = { pipeline: null, stages: {}, lists: {}, labels: [], home: null };
  const runs = runsOf(steps);
  const outcomes = new Map<string, Step>();
  const forbidden = new Map<StepKind, Refusal>();
  for (const [index, run] of runs.entries()) {
    const [first] = run;
    if (first === undefined) continue;
    onProgress(index + 1, runs.length, sentenceFor(first, run.length));
    const refusal = forbidden.get(first.kind) ?? (await perform(portal, first, run, made));
    if (refusal === null) continue;
    outcomes.set(first.name, { ...first, action: refusal.action, sentence: refusal.sentence, work: null });
    if (refusal.isForAll) forbidden.set(first.kind, refusal);
  }
  return { steps: steps.map((step) => outcomes.get(step.name) ?? step), made };
}

function sentenceFor({ name, work, action }: WritingStep, count: number): string {
  if (work.call === 'property') return `Creating ${count} properties of ${work.objectType}`;
  return `${action === 'create' ? 'Creating' : 'Repairing'} ${name}`;
}

/** Why HubSpot did not make something that the product works without. */
interface Refusal extends Pick<Step, 'sentence'> {
  action: 'skip' | 'clash';
  /** Whether everything of the kind would be refused alike: the plan lacks it, or the app a scope. */
  isForAll: boolean;
}

const NEEDS: Readonly<Partial<Record<StepKind, string>>> = {
  pipeline: PIPELINE_NEEDS_PLAN,
  stage: PIPELINE_NEEDS_PLAN,
  label: LABELS_NEED_PLAN,
  list: LISTS_NEED_PLAN,
  home: HOME_NEEDS_PLAN,
};

/** @returns null when the run was written */
async function perform(
  portal: Pick<Context, 'crm' | 'sleep'>,
  first: WritingStep,
  run: readonly WritingStep[],
  made: MadeThings,
): Promise<Refusal | null> {
  try {
    await writeRun(portal, run, made);
    return null;
  } catch (error) {
    const refusal = refusalOf(first, error);
    if (refusal === null) throw error;
    return refusal;
  }
}

/** How HubSpot may refuse a label. */
const MAYBE_TAKEN: readonly CrmErrorCode[] = ['invalid-request', 'already-exists'];

/** @returns null where the installation must break off: the product needs the thing, or HubSpot may yet make it */
function refusalOf({ kind, work }: WritingStep, error: unknown): Refusal | null {
  if (!(error instanceof CrmError)) return null;
  const { code, message } = error;
  if (work.call === 'change' && !work.addsOptions && MAYBE_TAKEN.includes(code))
    return { action: 'skip', sentence: `${message} ${KEEPS_EARLIER_LABELS}`, isForAll: false };
  const needs = NEEDS[kind];
  if (needs === undefined) return null;
  switch (code) {
    case 'missing-scope':
    case 'forbidden':
      return { action: 'skip', sentence: `${needs} ${message}`, isForAll: true };
    case 'invalid-request':
      return { action: 'skip', sentence: `${message} ${needs}`, isForAll: false };
    case 'already-exists': {
      const remedy = 'Something else in HubSpot has its name. Rename or delete that, then install again.';
      return { action: 'clash', sentence: `${message} ${remedy}`, isForAll: false };
    }
    default:
      return null;
  }
}
