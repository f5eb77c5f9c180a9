import { batches } from '../../crm/client/batches.ts';
import type { PartnerLabel } from '../../crm/labels.ts';
import type { PartnerStage, Pipeline } from '../../crm/pipelines.ts';
import type { Option, PropertyDefinition } from '../../crm/property-shapes.ts';
import type { ListTerms, PartnerList } from '../../crm/partner-lists.ts';
import { type ObjectType, PROPERTY_BATCH, type PropertyChange } from '../../crm/property-definitions.ts';

export type StepKind = 'group' | 'property' | 'record' | 'pipeline' | 'stage' | 'label' | 'list' | 'home';

/**
 * - `create`, `repair`: is written
 * - `keep`: is there as it has to be
 * - `skip`: cannot be had in this portal; the product works without
 * - `clash`: exists otherwise than needed, and a person has to decide; what nobody has to decide is written all the same
 */
export type Action = 'create' | 'repair' | 'keep' | 'skip' | 'clash';

/** One thing of an installation, and what is done about it. */
export interface Step {
  kind: StepKind;
  /** Unique within a plan: `ipp_lane`, `deals: ipp_lane`, `list: Partner ICP: Deep`, ... */
  name: string;
  action: Action;
  /** What is done and why, or what to do about it. */
  sentence: string;
  /** It was archived, and comes back with the values that it held. */
  comesBack?: true;
  /** No list can filter by it: it has another type than needed, or lacks options. */
  isUnusable?: true;
  /** How it is written; null when nothing is. */
  work: Work | null;
}

/** What one step writes. */
export type Work =
  | { call: 'group'; objectType: ObjectType }
  | { call: 'property'; objectType: ObjectType; definition: PropertyDefinition }
  | { call: 'change'; objectType: ObjectType; name: string; change: PropertyChange; addsOptions: boolean }
  | { call: 'record'; options: readonly Option[] }
  | { call: 'pipeline'; displayOrder: number }
  | { call: 'stage'; pipeline: Pipeline; stage: PartnerStage }
  | { call: 'label'; label: PartnerLabel }
  | {
      call: 'list-change';
      id: string;
      list: PartnerList;
      renames: boolean;
      filters: ListTerms | null;
    }
  | { call: 'list'; list: PartnerList; terms: ListTerms }
  | { call: 'home' }
  | { call: 'home-properties'; properties: readonly PropertyDefinition[] };

export type WritingStep = Step & { work: Work };

/** The steps that write, in runs that take one call each: properties of one kind of record go together. */
export function runsOf(steps: readonly Step[]): WritingStep[][] {
  const runs: WritingStep[][] = [];
  for (const step of steps.filter(isWriting)) {
    const run = runs.find(([first]) => first !== undefined && isOneBatch(first.work, step.work));
    if (run === undefined) runs.push([step]);
    else run.push(step);
  }
  return runs.flatMap((run) => batches(run, PROPERTY_BATCH));
}

function isWriting(step: Step): step is WritingStep {
  return step.work !== null;
}

function isOneBatch(first: Work, next: Work): boolean {
  return first.call === 'property' && next.call === 'property' && first.objectType === next.objectType;
}

/** What the home is called among steps and removals. */
export const HOME_STEP = 'object: Partner ICP entries';

/** Deals mirror properties of companies under the same names. */
export function shownName(objectType: ObjectType, name: string): string {
  return objectType === 'companies' ? name : `${objectType}: ${name}`;
}
