import { linksOf, typesBetween } from '../associations/association-store.ts';
import { MAX_LABELS } from '../associations/label-routes.ts';
import { type Answer, type Call, param } from '../http/call.ts';
import { type Portal, type TypeStore, typeStoreOf } from '../portal/portal.ts';
import { labelsOf, limited, partOf } from './describe-limit.ts';

/** Associations of one record with records of one type. Reported, not enforced. */
const MAX_LINKS = 50_000;
/** From this share on a record is near its limit (documented). */
const NEAR = 0.8;
const MAX_SAMPLES = 10;

/** Labels that the account defined, by pair and direction; pairs without any are left out. */
export function getLabelLimits(portal: Portal, call: Call): Answer {
  const isAsked = ({ type }: TypeStore, name: string) => {
    const asked = call.query.get(name);
    return asked === null || typeStoreOf(portal, asked).type === type;
  };
  const results = portal.types.flatMap((from) =>
    portal.types.flatMap((to) => {
      const own = typesBetween(portal.associations, from.type.id, to.type.id).filter(
        ({ category, label }) => category === 'USER_DEFINED' && label !== null,
      );
      if (own.length === 0 || !isAsked(from, 'fromObjectTypeId') || !isAsked(to, 'toObjectTypeId')) return [];
      return {
        fromObjectType: labelsOf(from),
        toObjectType: labelsOf(to),
        ...limited(portal, own.length, MAX_LABELS),
        allLabels: own.map(({ label }) => label),
      };
    }),
  );
  return { status: 200, body: { results } };
}

/** Object types of which a record is near the limit of its associations, or at it. */
export function getLinkLimits(portal: Portal): Answer {
  const results = portal.types.flatMap((from) =>
    describeType(
      from,
      portal.types.map((to) => fullRecords(portal, from, to)),
    ),
  );
  return { status: 200, body: { results } };
}

/** The types with which records of one type have that many associations. */
export function getLinkLimitsFrom(portal: Portal, call: Call): Answer {
  const from = typeStoreOf(portal, param(call, 'fromObjectType'));
  const results = portal.types.flatMap((to) => describeType(to, [fullRecords(portal, from, to)]));
  return { status: 200, body: { results } };
}

export function getLinkLimitsBetween(portal: Portal, call: Call): Answer {
  const from = typeStoreOf(portal, param(call, 'fromObjectType'));
  const { near, full } = fullRecords(portal, from, typeStoreOf(portal, param(call, 'toObjectType')));
  return {
    status: 200,
    body: {
      limit: MAX_LINKS,
      totalRecordsNearLimit: near.length,
      totalRecordsAtLimit: full.length,
      nearLimitFromRecordSamples: near.slice(0, MAX_SAMPLES).map(({ id, usage }) => ({
        objectId: id,
        label: String(id),
        usage,
        percentage: partOf(portal, usage, MAX_LINKS),
      })),
      atLimitFromRecordSamples: full
        .slice(0, MAX_SAMPLES)
        .map(({ id }) => ({ objectId: id, label: String(id) })),
    },
  };
}

type Full = Readonly<Record<'near' | 'full', readonly { readonly id: number; readonly usage: number }[]>>;

function fullRecords(portal: Portal, from: TypeStore, to: TypeStore): Full {
  const used = from.records.all
    .map(({ id }) => ({ id, usage: linksOf(portal.associations, id, to.type.id).size }))
    .filter(({ usage }) => usage >= MAX_LINKS * NEAR);
  return {
    near: used.filter(({ usage }) => usage < MAX_LINKS),
    full: used.filter(({ usage }) => usage >= MAX_LINKS),
  };
}

function describeType(store: TypeStore, all: readonly Full[]): readonly object[] {
  const hasRecordsNearLimit = all.some(({ near }) => near.length > 0);
  const hasRecordsAtLimit = all.some(({ full }) => full.length > 0);
  if (!hasRecordsNearLimit && !hasRecordsAtLimit) return [];
  return [{ ...labelsOf(store), hasRecordsNearLimit, hasRecordsAtLimit }];
}
