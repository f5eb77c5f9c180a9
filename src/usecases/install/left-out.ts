import { CrmError } from '../../crm/client/errors.ts';
import { LABELS_NEED } from './plan-labels.ts';
import { LISTS_NEED } from './plan-lists.ts';
import type { Step, StepKind } from './step.ts';

/** Why HubSpot did not make one thing that the product works without. */
export interface LeftOut extends Pick<Step, 'sentence'> {
  action: 'skip' | 'clash';
  /** Whether everything of the kind would be refused alike: the plan lacks it, or the app a scope. */
  isForAll: boolean;
}

const NEEDS: Readonly<Partial<Record<StepKind, string>>> = {
  pipeline: 'A further deal pipeline needs a plan that has room for it. Until then no deal shows a lane.',
  label: LABELS_NEED,
  list: LISTS_NEED,
};

/** @returns null where the installation must break off: the product needs the thing, or HubSpot may yet make it */
export function leftOut(kind: StepKind, error: unknown): LeftOut | null {
  const needs = NEEDS[kind];
  if (needs === undefined || !(error instanceof CrmError)) return null;
  const { code, message } = error;
  switch (code) {
    case 'missing-scope':
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
