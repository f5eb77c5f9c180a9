import { labelAmong, PARTNER_LABELS } from '../../crm/labels.ts';
import { isAsOurHome } from '../../crm/home-schema.ts';
import { foreignAmong, wantedProperties } from '../../crm/foreign-properties.ts';
import { MARK_PROPERTY, type Mark, parseMark } from '../../crm/installation-mark.ts';
import {
  type Edition,
  INSTALLATION_VERSION,
  type InstallationRecord,
  RECORD_PROPERTY,
  TO_BE_MADE,
  emptyRecord,
  isSameRecord,
  parseRecord,
  recordDefinition,
  recordOptions,
} from '../../crm/installation-record.ts';
import { isAsWanted } from '../../crm/lists.ts';
import { PARTNER_LISTS } from '../../crm/partner-lists.ts';
import { PARTNER_PIPELINE, type Pipeline, stagesByKey } from '../../crm/pipelines.ts';
import { OBJECT_TYPES, type ObjectType } from '../../crm/property-definitions.ts';
import type { Profile } from '../../icp/profile.ts';
import { Refused } from '../refused.ts';
import type { PortalSetup, PortalState } from './read-portal.ts';
import type { Step } from './step.ts';
import { editionUnknown, otherEdition } from '../../messages/install.ts';

/** What the portal says of earlier installations. At most one of both is there. */
export interface Earlier {
  record: InstallationRecord | null;
  /** Of a version that kept no record. */
  mark: Mark | null;
}

/** @throws Refused `other-edition` when another edition installed here, or it cannot be read which one */
export function earlierInstallation(
  { companies, deals }: PortalState['properties'],
  edition: Edition,
): Earlier {
  const property = companies.find(({ name }) => name === RECORD_PROPERTY);
  const marked = deals.find(({ name }) => name === MARK_PROPERTY);
  if (property !== undefined)
    return { record: ownOf(parseRecord(property.options), 'company', edition), mark: null };
  if (marked !== undefined)
    return { record: null, mark: ownOf(parseMark(marked.description), 'deal', edition) };
  return { record: null, mark: null };
}

function ownOf<Own extends { edition: Edition }>(
  own: Own | null,
  kind: 'company' | 'deal',
  edition: Edition,
): Own {
  const name = kind === 'company' ? RECORD_PROPERTY : MARK_PROPERTY;
  if (own === null) throw new Refused('other-edition', editionUnknown(kind, name), { field: name });
  if (own.edition === edition) return own;
  throw new Refused('other-edition', otherEdition(own.edition, edition), { field: name });
}

/**
 * The record as it follows from what is there: what was made and is gone is left out, and what earlier versions made is
 * taken over by name, once. Things under our names that stood there before the first installation are not ours.
 */
export function recordOfFound(
  found: PortalState,
  earlier: Earlier,
  edition: Edition,
  profiles: readonly Profile[],
  at: Date,
): InstallationRecord {
  const { properties, account, setup } = found;
  const before = earlier.record ?? emptyRecord(edition, null, at);
  const foreign = namesOf((objectType) =>
    foreignAmong(objectType, properties[objectType], earlier.record, profiles),
  );
  const made = namesOf((objectType) => {
    const wanted = new Set(wantedProperties(objectType, profiles).map(({ name }) => name));
    const there = properties[objectType].map(({ name }) => name);
    return there.filter((name) => wanted.has(name) && !foreign[objectType].includes(name));
  });
  return {
    ...before,
    ...{
      foreign,
      made,
      version: Math.max(before.version, INSTALLATION_VERSION),
      writtenAt: at.toISOString(),
    },
    zone: account?.zone ?? before.zone,
    currency: account?.currency ?? before.currency,
    ...(setup !== null && { ...pipelineFound(setup, before, earlier), ...listsFound(setup, before) }),
    ...(setup !== null && { home: homeFound(setup, before) }),
    ...(setup !== null && labelsFound(setup, before, earlier)),
  };
}

function namesOf(of: (objectType: ObjectType) => string[]): InstallationRecord['made'] {
  const [companies, deals] = OBJECT_TYPES.map(of);
  return { companies: companies ?? [], deals: deals ?? [] };
}

type Known = InstallationRecord;

function pipelineFound(
  { pipelines }: PortalSetup,
  before: Known,
  { record, mark }: Earlier,
): Pick<Known, 'pipeline' | 'madePipeline' | 'stages'> {
  if (record !== null && record.pipeline !== null) {
    const made = pipelines.find(({ id }) => id === record.madePipeline);
    const { pipeline, stages } = before;
    if (made === undefined) return { pipeline, madePipeline: null, stages: {} };
    const left = Object.entries(stages).filter(([, stage]) => made.stages.some(({ id }) => id === stage));
    return { pipeline, madePipeline: made.id, stages: Object.fromEntries(left) };
  }
  const own = pipelines.find(({ label }) => label === PARTNER_PIPELINE);
  const isOurs =
    own !== undefined &&
    (mark === null
      ? record?.madePipeline === TO_BE_MADE && isAsMade(own)
      : !mark.foundBefore.includes('pipeline'));
  return {
    pipeline: own?.id ?? mark?.pipeline ?? null,
    ...(isOurs ? { madePipeline: own.id, stages: stagesByKey(own) } : { madePipeline: null, stages: {} }),
  };
}

/** A run that broke off has made it as we define it. */
function isAsMade(pipeline: Pipeline): boolean {
  return Object.keys(stagesByKey(pipeline)).length === pipeline.stages.length;
}

function listsFound({ lists }: PortalSetup, before: Known): Pick<Known, 'lists'> {
  if ('refused' in lists) return { lists: before.lists };
  const entries = PARTNER_LISTS.flatMap((wanted): [string, string][] => {
    const known = lists.items.find(({ listId }) => listId === before.lists[wanted.key]);
    const list = known ?? lists.items.find((there) => isAsWanted(there, wanted));
    return list === undefined ? [] : [[wanted.key, list.listId]];
  });
  return { lists: Object.fromEntries(entries) };
}

/** One that a run of ours made and did not record, or that an uninstallation left, is ours. */
function homeFound({ home }: PortalSetup, before: Known): string | null {
  if (home === null) return null;
  // one that is gone stays on record until another is made: the portal must not be judged as if it had published nothing
  if ('refused' in home || home.there === null) return before.home === TO_BE_MADE ? null : before.home;
  const { objectTypeId } = home.there;
  return objectTypeId === before.home || isAsOurHome(home.there) ? objectTypeId : null;
}

function labelsFound(
  { labels }: PortalSetup,
  before: Known,
  { record, mark }: Earlier,
): Pick<Known, 'labels' | 'foundLabels'> {
  if ('refused' in labels) return { labels: before.labels, foundLabels: before.foundLabels };
  const [own, others]: [Record<string, string>, Record<string, string>] = [{}, {}];
  for (const wanted of PARTNER_LABELS) {
    const { name } = wanted;
    const recorded = before.labels[name];
    const known = recorded ?? before.foundLabels[name];
    const label = labels.items.find(({ id }) => String(id) === known) ?? labelAmong(labels.items, wanted);
    if (label === undefined) continue;
    const isOurs =
      record === null
        ? mark !== null && !mark.foundBefore.includes(name)
        : recorded === TO_BE_MADE || recorded === String(label.id);
    (isOurs ? own : others)[name] = String(label.id);
  }
  return { labels: own, foundLabels: others };
}

/** Written before anything is made, so that no other edition can install meanwhile. */
export function planRecord(existing: InstallationRecord | null, wanted: InstallationRecord): Step {
  const step = { kind: 'record', name: RECORD_PROPERTY } as const;
  if (existing === null) {
    const work = { call: 'property', objectType: 'companies', definition: recordDefinition(wanted) } as const;
    const sentence = `Keeps what the ${wanted.edition} edition has to know of its installation. No company holds a value of it.`;
    return { ...step, action: 'create', sentence, work };
  }
  if (isSameRecord(existing, wanted))
    return { ...step, action: 'keep', sentence: 'The record of the installation is there.', work: null };
  const sentence = 'The record of the installation is brought up to date.';
  const work = { call: 'record', options: recordOptions(wanted) } as const;
  return { ...step, action: 'repair', sentence, work };
}
