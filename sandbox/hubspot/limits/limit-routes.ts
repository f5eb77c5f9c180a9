import type { Answer } from '../http/call.ts';
import type { Portal, TypeStore } from '../portal/portal.ts';
import { isCalculated, type PropertyDefinition } from '../properties/property-definition.ts';
import { ceilingsOf } from './ceilings.ts';
import { labelsOf, limited, overall } from './describe-limit.ts';

const isCustom = ({ type }: TypeStore) => type.id.startsWith('2-');

const ceilings = (portal: Portal) => ceilingsOf(portal.account, portal.switches);

const sumOf = (rows: readonly { readonly usage: number }[]) =>
  rows.reduce((sum, { usage }) => sum + usage, 0);

function propertiesOf({ properties }: TypeStore): readonly PropertyDefinition[] {
  const all = [...properties.definitions.values()];
  return all.filter(({ hubspotDefined, archivedAt }) => !hubspotDefined && archivedAt === undefined);
}

const calculationsIn = (store: TypeStore) => propertiesOf(store).filter(isCalculated).length;

export function getPropertyLimits(portal: Portal): Answer {
  const { customProperties } = ceilings(portal);
  const byObjectType = portal.types.map((store) => ({
    ...labelsOf(store),
    ...limited(portal, propertiesOf(store).length, customProperties),
  }));
  const total = overall(portal, sumOf(byObjectType), customProperties * byObjectType.length);
  return { status: 200, body: { ...total, byObjectType } };
}

export function getCalculationLimits(portal: Portal): Answer {
  const byObjectType = portal.types
    .map((store) => ({ ...labelsOf(store), usage: calculationsIn(store) }))
    .filter(({ usage }) => usage > 0);
  const total = overall(portal, sumOf(byObjectType), ceilings(portal).calculatedProperties);
  return { status: 200, body: { ...total, byObjectType } };
}

/** The specification has an overall form with object types; this one is recorded. */
export function getObjectTypeLimits(portal: Portal): Answer {
  const usage = portal.types.filter(isCustom).length;
  return { status: 200, body: limited(portal, usage, ceilings(portal).customObjectTypes) };
}

export function getPipelineLimits(portal: Portal): Answer {
  const types = portal.types.filter((store) => store.pipelines !== undefined);
  const usageOf = (store: TypeStore) => store.pipelines?.size ?? 0;
  return { status: 200, body: byKind(portal, types, usageOf, ceilings(portal).pipelines) };
}

export function getRecordLimits(portal: Portal): Answer {
  const usageOf = ({ records }: TypeStore) =>
    records.all.filter(({ archivedAt }) => archivedAt === undefined).length;
  return { status: 200, body: byKind(portal, portal.types, usageOf, ceilings(portal).records) };
}

/** HubSpot's object types have a limit each, custom ones have one together. */
function byKind(
  portal: Portal,
  types: readonly TypeStore[],
  usageOf: (store: TypeStore) => number,
  limit: number,
): object {
  const byObjectType = types.filter(isCustom).map((store) => ({ ...labelsOf(store), usage: usageOf(store) }));
  return {
    customObjectTypes: { ...overall(portal, sumOf(byObjectType), limit), byObjectType },
    hubspotDefinedObjectTypes: types
      .filter((store) => !isCustom(store))
      .map((store) => ({ ...labelsOf(store), ...limited(portal, usageOf(store), limit) })),
  };
}
