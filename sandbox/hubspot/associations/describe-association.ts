import type { Call } from '../http/call.ts';
import type { JsonObject } from '../http/json.ts';
import type { CrmRecord } from '../objects/record-store.ts';
import type { Portal, TypeStore } from '../portal/portal.ts';
import { inverseOf, linksOf } from './association-store.ts';
import type { AssociationType } from './association-types.ts';

/** Page size of associations: HubSpot's default and maximum. */
export const LINK_LIMIT = 500;

/** v4 sends `toObjectId` as a number (recorded), though its specification types it as text. */
export function farId(portal: Portal, call: Call, id: number): number | string {
  return call.form === 'dated' && portal.switches.datedToObjectId === 'text' ? String(id) : id;
}

export function describeType({ category, id, label }: AssociationType): JsonObject {
  return { category, typeId: id, label };
}

/** One page of a record's associations, starting after the id `after`. */
export function describeLinks(
  portal: Portal,
  call: Call,
  record: CrmRecord,
  to: TypeStore,
  after: string,
  limit: number,
): JsonObject & { readonly results: readonly JsonObject[] } {
  const links = [...linksOf(portal.associations, record.id, to.type.id)];
  const start = after === '' ? 0 : links.findIndex(([id]) => String(id) === after) + 1;
  const page = links.slice(start, start + limit);
  const last = page.at(-1)?.[0];
  const hasMore = start + limit < links.length && last !== undefined;
  return {
    results: page.map(([id, types]) => ({
      toObjectId: farId(portal, call, id),
      associationTypes: types.map(describeType),
    })),
    ...(hasMore ? { paging: { next: { after: String(last) } } } : {}),
  };
}

/**
 * The `associations` of a read record: one row per type, so a primary company is listed twice (recorded). The list of
 * the record's associations goes on after the last id of the page.
 */
export function describeAssociated(
  portal: Portal,
  record: CrmRecord,
  farTypes: readonly TypeStore[],
): JsonObject {
  const associations: Record<string, JsonObject> = {};
  for (const { type } of farTypes) {
    const links = [...linksOf(portal.associations, record.id, type.id)];
    const page = links.slice(0, portal.switches.recordAssociationPage);
    const results = page.flatMap(([id, types]) => types.map(({ name }) => ({ id: String(id), type: name })));
    const after = String(page.at(-1)?.[0] ?? '');
    const paging = links.length > page.length ? { paging: { next: { after } } } : {};
    if (results.length > 0) associations[type.plural] = { results, ...paging };
  }
  return Object.keys(associations).length === 0 ? {} : { associations };
}

/** Both directions of an association, as the default endpoints answer them. */
export function describeBothWays(
  portal: Portal,
  fromId: string,
  toId: string,
  type: AssociationType,
): readonly JsonObject[] {
  const inverse = inverseOf(portal.associations, type);
  const spec = ({ category, id }: AssociationType) => ({
    associationCategory: category,
    associationTypeId: id,
  });
  return [
    { from: { id: fromId }, to: { id: toId }, associationSpec: spec(type) },
    { from: { id: toId }, to: { id: fromId }, associationSpec: spec(inverse) },
  ];
}
