import * as z from 'zod';

import { PROPERTY_GROUP, type Option, type PropertyDefinition } from './property-shapes.ts';
import { CrmError } from './client/errors.ts';
import { API_VERSION, type Crm } from './client/request.ts';
import { OBJECT_TYPES, type ObjectType } from './property-definitions.ts';

/** How the app is installed: with functions inside HubSpot, or with a server of its own. */
export const EDITIONS = ['private', 'oauth'] as const;
export type Edition = (typeof EDITIONS)[number];

/** Raise it whenever the installer makes something new. */
export const INSTALLATION_VERSION = 5;

/** The hidden company property whose options are the record. No company holds a value of it. */
export const RECORD_PROPERTY = 'ipp_installation_record';

type Ids = Readonly<Record<string, string>>;
type Names = Readonly<Record<ObjectType, readonly string[]>>;

/** What the portal keeps about its installation: what is ours by id, and whose names are another's. */
export interface InstallationRecord {
  edition: Edition;
  /** `INSTALLATION_VERSION` of the newest app that installed here. */
  version: number;
  /** The portal's time zone, `America/Los_Angeles`; null when HubSpot did not say. */
  zone: string | null;
  /** The portal's currency, ISO 4217; null when HubSpot did not say. */
  currency: string | null;
  /** ISO 8601. */
  writtenAt: string;
  /** The id of the deal pipeline in which partners are worked on, whoever made it; null for none. */
  pipeline: string | null;
  /** The id of the pipeline that we made. */
  madePipeline: string | null;
  /** Ids of the stages of the pipeline that we made, by `PARTNER_STAGES` key. */
  stages: Ids;
  /** Ids of the lists that we made, by `PARTNER_LISTS` key. */
  lists: Ids;
  /** Ids of the labels that we made, by `PARTNER_LABELS` name. */
  labels: Ids;
  /** Ids of labels that were there before, under our labels. They are used, and never deleted. */
  foundLabels: Ids;
  /** The object type id of the home that we made, `2-123`; null where the portal has none. */
  home: string | null;
  /** Names of the properties that we made. */
  made: Names;
  /** Properties that stand under our names and are another's. */
  foreign: Names;
}

/**
 * Stands for the id of a label or pipeline from before it is made: after a run that broke off, one that stands there by
 * name is ours. Without it, one of our name is somebody else's.
 */
export const TO_BE_MADE = 'pending';

/** A new record, before anything is made. */
export function emptyRecord(edition: Edition, zone: string | null, at: Date): InstallationRecord {
  const none = { companies: [], deals: [] };
  return {
    ...{ edition, zone, version: INSTALLATION_VERSION, writtenAt: at.toISOString() },
    ...{ pipeline: null, madePipeline: null, stages: {}, lists: {}, labels: {}, foundLabels: {}, home: null },
    ...{ currency: null, made: none, foreign: none },
  };
}

/** Whether two records say the same, whenever they were written. */
export function isSameRecord(one: InstallationRecord, other: InstallationRecord): boolean {
  const text = (record: InstallationRecord) => JSON.stringify(recordOptions({ ...record, writtenAt: '' }));
  return text(one) === text(other);
}

/**
 * HubSpot keeps 5,000 options of a property, each of at most 3,000 characters with label, value and description together.
 * Source: HubSpot, "Property field types", limits of enumeration properties.
 */
const LONGEST_LINE = 2_000;

/** The record as options: one or more per kind of thing, `lists 1: deep=12 fast=13`. */
export function recordOptions(record: InstallationRecord): Option[] {
  const lines = linesOf(record).flatMap(([key, words]) =>
    chunks(words).map((text, index) => ({ key, number: index + 1, text })),
  );
  const head = [
    `edition=${record.edition}`,
    `version=${record.version}`,
    `written=${record.writtenAt}`,
    `parts=${lines.length}`,
  ];
  return [{ key: 'record', number: 1, text: head.join(' ') }, ...lines].map(({ key, number, text }) => ({
    value: `${key}_${number}`,
    label: `${key} ${number}: ${text}`,
  }));
}

function linesOf(record: InstallationRecord): [key: string, words: string[]][] {
  const { zone, currency, pipeline, madePipeline, home } = record;
  return [
    ['zone', pairs({ portal: zone })],
    ['currency', pairs({ portal: currency })],
    ['pipeline', pairs({ used: pipeline, made: madePipeline })],
    ['home', pairs({ type: home })],
    ['stages', pairs(record.stages)],
    ['lists', pairs(record.lists)],
    ['labels', pairs(record.labels)],
    ['found_labels', pairs(record.foundLabels)],
    ...OBJECT_TYPES.flatMap((objectType): [string, string[]][] => [
      [`made_${objectType}`, [...record.made[objectType]].sort()],
      [`foreign_${objectType}`, [...record.foreign[objectType]].sort()],
    ]),
  ];
}

function pairs(ids: Readonly<Record<string, string | null>>): string[] {
  const words = Object.entries(ids).flatMap(([key, id]) =>
    id === null ? [] : [`${key}=${encodeURIComponent(id)}`],
  );
  return words.sort();
}

/** Words in runs that fit into one option. */
function chunks(words: readonly string[]): string[] {
  const texts: string[] = [];
  for (const word of words) {
    const last = texts.at(-1);
    if (last === undefined || last.length + word.length >= LONGEST_LINE) texts.push(word);
    else texts[texts.length - 1] = `${last} ${word}`;
  }
  return texts;
}

const LINE = /^(?<key>[a-z_]+) (?<number>\d{1,4}): (?<text>.+)$/;

/** @returns null for options that are no whole record: somebody edited or deleted some */
export function parseRecord(options: readonly Pick<Option, 'label'>[]): InstallationRecord | null {
  const words = new Map<string, string[]>();
  const lines = options.flatMap(({ label }) => {
    const groups = LINE.exec(label)?.groups;
    return groups === undefined ? [] : [groups];
  });
  lines.sort((one, other) => Number(one['number']) - Number(other['number']));
  for (const { key = '', text = '' } of lines)
    words.set(key, [...(words.get(key) ?? []), ...text.split(' ')]);
  const head = idsIn(words.get('record'));
  const edition = EDITIONS.find((known) => known === head['edition']);
  if (edition === undefined || Number(head['parts']) !== lines.length - 1) return null;
  const names = (kind: string) => ({
    companies: words.get(`${kind}_companies`) ?? [],
    deals: words.get(`${kind}_deals`) ?? [],
  });
  const pipeline = idsIn(words.get('pipeline'));
  return {
    ...{ edition, version: Number(head['version']) || 0, writtenAt: head['written'] ?? '' },
    zone: idsIn(words.get('zone'))['portal'] ?? null,
    currency: idsIn(words.get('currency'))['portal'] ?? null,
    ...{ pipeline: pipeline['used'] ?? null, madePipeline: pipeline['made'] ?? null },
    home: idsIn(words.get('home'))['type'] ?? null,
    ...{ stages: idsIn(words.get('stages')), lists: idsIn(words.get('lists')) },
    ...{ labels: idsIn(words.get('labels')), foundLabels: idsIn(words.get('found_labels')) },
    ...{ made: names('made'), foreign: names('foreign') },
  };
}

/** The record among the properties of companies; null where there is none that can be read. */
export function recordAmong(
  companies: readonly { name: string; options: readonly Pick<Option, 'label'>[] }[],
): InstallationRecord | null {
  return parseRecord(companies.find(({ name }) => name === RECORD_PROPERTY)?.options ?? []);
}

function idsIn(words: readonly string[] = []): Record<string, string> {
  const entries = words.map((word) => word.split('='));
  return Object.fromEntries(entries.map(([key = '', id = '']) => [key, decoded(id)]));
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

export function recordDefinition(record: InstallationRecord): PropertyDefinition {
  return {
    ...{ name: RECORD_PROPERTY, label: 'Partner ICP installation' },
    ...{ type: 'enumeration', fieldType: 'select', groupName: PROPERTY_GROUP.name, hidden: true },
    description:
      'The options of this property are what Partner ICP has to know of its installation. Do not edit or delete.',
    options: recordOptions(record),
  };
}

const Property = z.object({ options: z.array(z.object({ label: z.string() })).default([]) });

/** The record of the portal, in one call; null where there is none that can be read. @throws CrmError */
export async function readRecordOfInstallation(crm: Crm): Promise<InstallationRecord | null> {
  const path = `/crm/properties/${API_VERSION}/companies/${RECORD_PROPERTY}`;
  try {
    const { data } = Property.safeParse(await crm.send({ method: 'GET', path }));
    return parseRecord(data?.options ?? []);
  } catch (error) {
    if (error instanceof CrmError && error.code === 'not-found') return null;
    throw error;
  }
}
