import { type CrmRecord, earlierOf, type Version, type Write } from '../objects/record-store.ts';
import { type Source, sourceOf } from '../portal/actor.ts';
import type { Portal, TypeStore, ValidationRule } from '../portal/portal.ts';
import type { PropertyDefinition } from '../properties/property-definition.ts';
import { SAVED_VERSION, type SavedPortal, type SavedRecord, type SavedType } from './saved-portal.ts';

/** Everything in an account that its API can show, as plain JSON. Owners, tokens, switches and the clock are given at start. */
export function dumpPortal(portal: Portal): SavedPortal {
  const sources = openSources();
  const types = portal.types.map((store) => dumpType(store, sources.indexOf));
  const associations: SavedPortal['associations'] = [];
  for (const [near, byType] of portal.associations.links) {
    for (const links of byType.values()) {
      for (const [far, kinds] of links)
        associations.push([near, far, kinds.map(({ category, id }) => ({ category, id }))]);
    }
  }
  const labels = portal.associations.types.flatMap((type) =>
    type.category === 'HUBSPOT_DEFINED' ? [] : [{ ...type }],
  );
  const nextIds = { ...portal.nextIds };
  return {
    version: SAVED_VERSION,
    nextIds,
    sources: sources.all,
    types,
    labels,
    associations,
    lists: dumpLists(portal),
    rules: portal.rules.map(dumpRule),
  };
}

/** Numbers sources in the order in which they are met; equal ones share a number. */
function openSources(): { readonly all: Source[]; readonly indexOf: (source: Source) => number } {
  const all: Source[] = [];
  const known = new Map<string, number>();
  return {
    all,
    indexOf: (by) => {
      const source = sourceOf(by);
      const key = JSON.stringify(source);
      const index = known.get(key) ?? all.push(source) - 1;
      known.set(key, index);
      return index;
    },
  };
}

function dumpRule({ objectType, property, when }: ValidationRule): NonNullable<SavedPortal['rules']>[number] {
  const condition = when === undefined ? {} : { when: { ...when, isOneOf: [...when.isOneOf] } };
  return { objectType, property, ...condition };
}

function dumpType(store: TypeStore, indexOf: (source: Source) => number): SavedType {
  const { properties, pipelines, records, type } = store;
  return {
    id: type.id,
    ...dumpSchema(store),
    groups: [...properties.groups.values()],
    properties: [...properties.definitions.values()].map(dumpProperty),
    ...(pipelines === undefined
      ? {}
      : {
          pipelines: [...pipelines.values()].map((pipeline) => ({
            ...pipeline,
            stages: pipeline.stages.map((stage) => ({ ...stage })),
          })),
        }),
    records: records.all.map((record) => dumpRecord(record, indexOf)),
  };
}

function dumpProperty({
  derive: _derive,
  ...definition
}: PropertyDefinition): SavedType['properties'][number] {
  return { ...definition, options: definition.options.map((option) => ({ ...option })) };
}

function dumpRecord(record: CrmRecord, indexOf: (source: Source) => number): SavedRecord {
  const known = new Map<Write, number>([[record.created, 0]]);
  const writes: SavedRecord['writes'] = [[record.created.at, indexOf(record.created.by)]];
  const save = (slot: number, { value, write }: Version): SavedRecord['values'][number] => {
    const at = known.get(write) ?? writes.push([write.at, indexOf(write.by)]) - 1;
    known.set(write, at);
    return [slot, value, at];
  };
  const earlier = [...earlierOf(record)].map(([slot, version]) => save(slot, version));
  const values = record.values.flatMap((value, slot) => {
    const write = record.writes[slot];
    return value === undefined || write === undefined ? [] : [save(slot, { value, write })];
  });
  return {
    id: record.id,
    updatedAt: record.updatedAt,
    ...(record.archivedAt === undefined ? {} : { archivedAt: record.archivedAt }),
    ...(record.mergedIds === undefined ? {} : { mergedIds: [...record.mergedIds] }),
    writes,
    values,
    earlier,
  };
}

/** The schema of a custom object, as it is saved with its type. */
function dumpSchema({ type: { custom } }: TypeStore): Pick<SavedType, 'schema'> {
  if (custom === undefined) return {};
  const { labels, secondaryDisplayProperties, requiredProperties, searchableProperties } = custom;
  return {
    schema: {
      ...custom,
      labels: { ...labels },
      secondaryDisplayProperties: [...secondaryDisplayProperties],
      requiredProperties: [...requiredProperties],
      searchableProperties: [...searchableProperties],
    },
  };
}

function dumpLists({ lists }: Portal): NonNullable<SavedPortal['lists']> {
  return [...lists.values()].map(({ members, filterBranch, ...list }) => ({
    ...list,
    ...(filterBranch === undefined ? {} : { filterBranch: { ...filterBranch } }),
    members: [...members].map(([id, since]): [number, number] => [id, since]),
  }));
}
