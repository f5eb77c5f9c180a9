import { CrmError } from '../../crm/client/errors.ts';
import type { Crm } from '../../crm/client/request.ts';
import { RECORD_PROPERTY } from '../../crm/installation-record.ts';
import { type PartnerLabel, createLabel, labelAmong, listLabels } from '../../crm/labels.ts';
import { createList, findList, isAsWanted, renameList, replaceFilters } from '../../crm/lists.ts';
import type { ListTerms, PartnerList } from '../../crm/partner-lists.ts';
import {
  PARTNER_PIPELINE,
  type PartnerStage,
  type Pipeline,
  createPartnerPipeline,
  createStage,
  listPipelines,
} from '../../crm/pipelines.ts';
import {
  type ExistingHome,
  addHomeProperty,
  createHome,
  findHome,
  isAsOurHome,
} from '../../crm/home-schema.ts';
import { fits } from '../../crm/foreign-properties.ts';
import type { PropertyDefinition } from '../../crm/property-shapes.ts';
import {
  type ObjectType,
  createGroup,
  createProperties,
  listProperties,
  changeProperty,
} from '../../crm/property-definitions.ts';
import { ATTEMPTS, type Context } from '../context.ts';
import { lookUntil } from './look-until.ts';
import type { Work, WritingStep } from './step.ts';

/** Ids of what was made, as far as HubSpot named them. */
export interface MadeThings {
  pipeline: Pipeline | null;
  /** By `PARTNER_STAGES` key. */
  stages: Record<string, string>;
  /** By `PARTNER_LISTS` key. */
  lists: Record<string, string>;
  /** Internal names. HubSpot says their ids for both directions, so they are read afterwards. */
  labels: string[];
  /** The object type id of the home. */
  home: string | null;
}

type Portal = Pick<Context, 'crm' | 'sleep'>;

/**
 * Writes one run of steps: properties of one kind of record together, everything else by itself. Notes in `made` what HubSpot
 * gave an id.
 *
 * @throws CrmError
 */
export async function writeRun(portal: Portal, run: readonly WritingStep[], made: MadeThings): Promise<void> {
  const works = run.map(({ work }) => work);
  const [first] = works;
  if (first === undefined) return;
  if (first.call !== 'property') return write(portal, first, made);
  const definitions = works.flatMap((work) => (work.call === 'property' ? [work.definition] : []));
  await createMissing(portal, first.objectType, definitions);
}

async function write(
  portal: Portal,
  work: Exclude<Work, { call: 'property' }>,
  made: MadeThings,
): Promise<void> {
  const { crm } = portal;
  switch (work.call) {
    case 'group':
      return createGroup(crm, work.objectType);
    case 'change':
      return changeProperty(crm, work.objectType, work.name, work.change);
    case 'record':
      return changeProperty(crm, 'companies', RECORD_PROPERTY, { options: work.options });
    case 'pipeline':
      made.pipeline = await makePipeline(crm, work.displayOrder);
      return;
    case 'stage':
      made.stages[work.stage.key] = await makeStage(crm, work.pipeline, work.stage);
      return;
    case 'label':
      await makeLabel(crm, work.label);
      made.labels.push(work.label.name);
      return;
    case 'list-change':
      if (work.filters !== null) await replaceFilters(crm, work.id, work.list, work.filters);
      if (work.renames) await renameList(crm, work.id, work.list.name);
      return;
    case 'list':
      made.lists[work.list.key] = await makeList(crm, work.list, work.terms);
      return;
    case 'home':
      made.home = await makeHome(portal);
      return;
    case 'home-properties':
      for (const property of work.properties) await makeHomeProperty(portal, property);
      return;
  }
}

function makePipeline(crm: Crm, displayOrder: number): Promise<Pipeline> {
  return createUnlessThere(
    () => createPartnerPipeline(crm, displayOrder),
    async () => (await listPipelines(crm)).find(({ label }) => label === PARTNER_PIPELINE),
  );
}

function makeStage(crm: Crm, pipeline: Pipeline, stage: PartnerStage): Promise<string> {
  return createUnlessThere(
    () => createStage(crm, pipeline, stage),
    async () => {
      const there = (await listPipelines(crm)).find(({ id }) => id === pipeline.id);
      return there?.stages.find(({ label }) => label === stage.label)?.id;
    },
  );
}

async function makeLabel(crm: Crm, wanted: PartnerLabel): Promise<void> {
  await createUnlessThere(
    async () => {
      await createLabel(crm, wanted);
      return true;
    },
    async () => (labelAmong(await listLabels(crm), wanted) === undefined ? undefined : true),
  );
}

function makeList(crm: Crm, list: PartnerList, terms: ListTerms): Promise<string> {
  return createUnlessThere(
    () => createList(crm, list, terms),
    async () => {
      const there = await findList(crm, list.name);
      return there !== null && isAsWanted(there, list) ? there.listId : undefined;
    },
  );
}

/** HubSpot may list what it made only some time later. */
function makeHome({ crm, sleep }: Portal): Promise<string> {
  const look = async () => (await findHome(crm)).there ?? undefined;
  return createUnlessThere(
    () => createHome(crm),
    async () => {
      const there = await lookUntil({ sleep }, look, (home) => home !== undefined);
      return there !== undefined && isAsOurHome(there) ? there.objectTypeId : undefined;
    },
  );
}

async function makeHomeProperty({ crm, sleep }: Portal, property: PropertyDefinition): Promise<void> {
  const isIn = (home: ExistingHome | null) => home?.properties.some(({ name }) => name === property.name);
  await createUnlessThere(
    async () => {
      await addHomeProperty(crm, property);
      return true;
    },
    async () => {
      const look = async () => isIn((await findHome(crm)).there) ?? false;
      return (await lookUntil({ sleep }, look, (isThere) => isThere)) || undefined;
    },
  );
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
function notListed(
  { crm, sleep }: Portal,
  objectType: ObjectType,
  definitions: readonly PropertyDefinition[],
): Promise<PropertyDefinition[]> {
  const look = async () => {
    const there = new Map((await listProperties(crm, objectType)).map((each) => [each.name, each]));
    return definitions.filter((definition) => {
      const found = there.get(definition.name);
      return found === undefined || !fits(definition, found);
    });
  };
  return lookUntil({ sleep }, look, (left) => left.length === 0);
}
