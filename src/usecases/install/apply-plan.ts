import { CrmError } from '../../crm/client/errors.ts';
import type { Crm } from '../../crm/client/request.ts';
import { RECORD_PROPERTY } from '../../crm/installation-record.ts';
import { createLabel, labelAmong, listLabels } from '../../crm/labels.ts';
import { createList, findList, isAsWanted, replaceFilters } from '../../crm/lists.ts';
import {
  PARTNER_PIPELINE,
  type Pipeline,
  createPartnerPipeline,
  createStage,
  listPipelines,
} from '../../crm/pipelines.ts';
import { fits } from '../../crm/foreign-properties.ts';
import type { PropertyDefinition } from '../../crm/property-shapes.ts';
import {
  type ObjectType,
  createGroup,
  createProperties,
  listProperties,
  replaceOptions,
} from '../../crm/property-definitions.ts';
import { ATTEMPTS, type Context } from '../context.ts';
import { type Step, type StepKind, type Work, type WritingStep, runsOf } from './step.ts';
import { LABELS_NEED_PLAN, LISTS_NEED_PLAN, PIPELINE_NEEDS_PLAN } from '../../messages/install.ts';

/** Told before each call that writes: which of how many it is, and what it does. */
export type OnProgress = (step: number, of: number, sentence: string) => void;

type Portal = Pick<Context, 'crm' | 'sleep'>;

/** Ids of what was made, as far as HubSpot named them. */
export interface MadeThings {
  pipeline: Pipeline | null;
  /** By `PARTNER_STAGES` key. */
  stages: Record<string, string>;
  /** By `PARTNER_LISTS` key. */
  lists: Record<string, string>;
  /** Internal names. HubSpot says their ids for both directions, so they are read afterwards. */
  labels: string[];
}

/**
 * Carries out a plan, call by call. What HubSpot refuses and the product works without is skipped with a reason; a kind
 * of thing that is refused as a whole is not tried again.
 *
 * @returns the steps as they turned out, and what was made
 * @throws CrmError when it broke off: install again to go on
 */
export async function applyPlan(
  portal: Portal,
  steps: readonly Step[],
  onProgress: OnProgress,
): Promise<{ steps: Step[]; made: MadeThings }> {
  const made: MadeThings = { pipeline: null, stages: {}, lists: {}, labels: [] };
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
  return `${action === 'repair' ? 'Repairing' : 'Creating'} ${name}`;
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
};

/** @returns null when the run was written */
async function perform(
  portal: Portal,
  first: WritingStep,
  run: readonly WritingStep[],
  made: MadeThings,
): Promise<Refusal | null> {
  const { work, kind } = first;
  try {
    if (work.call === 'property') {
      const works = run.map((step) => step.work);
      const definitions = works.flatMap((each) => (each.call === 'property' ? [each.definition] : []));
      await createMissing(portal, work.objectType, definitions);
    } else await performOne(portal.crm, work, made);
    return null;
  } catch (error) {
    const refusal = refusalOf(kind, error);
    if (refusal === null) throw error;
    return refusal;
  }
}

/** @returns null where the installation must break off: the product needs the thing, or HubSpot may yet make it */
function refusalOf(kind: StepKind, error: unknown): Refusal | null {
  const needs = NEEDS[kind];
  if (needs === undefined || !(error instanceof CrmError)) return null;
  const { code, message } = error;
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

async function performOne(
  crm: Crm,
  work: Exclude<Work, { call: 'property' }>,
  made: MadeThings,
): Promise<void> {
  switch (work.call) {
    case 'group':
      return createGroup(crm, work.objectType);
    case 'options':
      return replaceOptions(crm, work.objectType, work.name, work.options);
    case 'record':
      return replaceOptions(crm, 'companies', RECORD_PROPERTY, work.options);
    case 'pipeline':
      made.pipeline = await createUnlessThere(
        () => createPartnerPipeline(crm, work.displayOrder),
        async () => (await listPipelines(crm)).find(({ label }) => label === PARTNER_PIPELINE),
      );
      return;
    case 'stage': {
      const { pipeline, stage } = work;
      made.stages[stage.key] = await createUnlessThere(
        () => createStage(crm, pipeline, stage),
        async () =>
          (await listPipelines(crm))
            .find(({ id }) => id === pipeline.id)
            ?.stages.find(({ label }) => label === stage.label)?.id,
      );
      return;
    }
    case 'label':
      await createUnlessThere(
        async () => {
          await createLabel(crm, work.label);
          return true;
        },
        async () => (labelAmong(await listLabels(crm), work.label) === undefined ? undefined : true),
      );
      made.labels.push(work.label.name);
      return;
    case 'filters':
      return replaceFilters(crm, work.id, work.list, work.zone);
    case 'list': {
      const { list, zone } = work;
      made.lists[list.key] = await createUnlessThere(
        () => createList(crm, list, zone),
        async () => {
          const there = await findList(crm, list.name);
          return there !== null && isAsWanted(there, list) ? there.listId : undefined;
        },
      );
      return;
    }
  }
}

/** A create that HubSpot refuses although nothing was found before may be our own, whose response was lost. */
const MAYBE_THERE = ['already-exists', 'invalid-request'];

/**
 * Creates one thing. After a lost response it looks what is there before it sends the create again.
 *
 * @throws CrmError when it was refused and is not there, or its fate stays unknown
 */
async function createUnlessThere<Thing>(
  create: () => Promise<Thing>,
  find: () => Promise<Thing | undefined>,
): Promise<Thing> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await create();
    } catch (error) {
      if (!(error instanceof CrmError)) throw error;
      const isUnsure = error.code === 'unknown-outcome';
      if (!isUnsure && !MAYBE_THERE.includes(error.code)) throw error;
      const there = await find();
      if (there !== undefined) return there;
      if (!isUnsure || attempt >= ATTEMPTS) throw error;
    }
  }
}

/** HubSpot lists a definition up to 700 ms after it made it. */
const LISTED_LATE = { looks: 6, everyMs: 500 };

/** As `createUnlessThere`, for many: the next attempt leaves out what is there. */
async function createMissing(
  { crm, sleep }: Portal,
  objectType: ObjectType,
  definitions: readonly PropertyDefinition[],
): Promise<void> {
  let missing = definitions;
  for (let attempt = 1; missing.length > 0; attempt++) {
    try {
      await createProperties(crm, objectType, missing);
      return;
    } catch (error) {
      if (!(error instanceof CrmError)) throw error;
      const isUnsure = error.code === 'unknown-outcome';
      if (!isUnsure && !MAYBE_THERE.includes(error.code)) throw error;
      const left = await notListed({ crm, sleep }, objectType, missing);
      if (left.length === 0) return;
      // HubSpot may refuse all for one that exists; one that it refused alone it refuses again
      const isWorthwhile = isUnsure || (error.code === 'already-exists' && left.length < missing.length);
      if (attempt >= ATTEMPTS || !isWorthwhile) throw error;
      missing = left;
    }
  }
}

/** The definitions that are not there, also after some seconds. */
async function notListed(
  { crm, sleep }: Portal,
  objectType: ObjectType,
  definitions: readonly PropertyDefinition[],
): Promise<PropertyDefinition[]> {
  for (let look = 1; ; look++) {
    const there = new Map((await listProperties(crm, objectType)).map((each) => [each.name, each]));
    const left = definitions.filter((definition) => {
      const found = there.get(definition.name);
      return found === undefined || !fits(definition, found);
    });
    if (left.length === 0 || look >= LISTED_LATE.looks) return left;
    await sleep(LISTED_LATE.everyMs);
  }
}
