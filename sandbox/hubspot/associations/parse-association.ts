import {
  type JsonObject,
  listIn,
  objectOf,
  requiredText,
  requireFields,
  wholeNumberIn,
} from '../http/json.ts';
import { badJson, invalid, notFound, Refusal } from '../http/refusal.ts';
import type { CrmRecord } from '../objects/record-store.ts';
import { type Portal, type TypeStore, typeStoreOf } from '../portal/portal.ts';
import type { End } from './associate.ts';
import { typesBetween } from './association-store.ts';
import type { AssociationType } from './association-types.ts';

/** An association that a create asks for, checked before anything is stored. */
export interface WantedLink {
  readonly far: End;
  readonly types: readonly AssociationType[];
}

/** The `associations` of a create. @throws Refusal */
export function parseWantedLinks(portal: Portal, store: TypeStore, body: JsonObject): readonly WantedLink[] {
  return listIn(body, 'associations').map((item) => {
    const association = objectOf(item, 'an association');
    requireFields(association, ['to', 'types']);
    const specs = listIn(association, 'types');
    if (specs.length === 0) throw invalid('An association needs at least one type.');
    const types = specs.map((spec) => specOf(portal, spec, ({ from }) => from === store.type.id));
    const [first] = types;
    if (first === undefined || types.some(({ to }) => to !== first.to)) {
      throw invalid('The types of an association lead to one object type.');
    }
    const far = farEnd(portal, typeStoreOf(portal, first.to), idOf(association, 'to'));
    return { far, types };
  });
}

/** Types in the form of `{associationCategory, associationTypeId}`. @throws Refusal 400 */
export function parseTypes(
  portal: Portal,
  specs: readonly unknown[],
  from: TypeStore,
  to: TypeStore,
): readonly AssociationType[] {
  if (specs.length === 0) throw invalid('At least one association type is needed.');
  const between = typesBetween(portal.associations, from.type.id, to.type.id);
  return specs.map((spec) => specOf(portal, spec, (type) => between.includes(type)));
}

function specOf(
  portal: Portal,
  item: unknown,
  isFitting: (type: AssociationType) => boolean,
): AssociationType {
  const spec = objectOf(item, 'an association type');
  requireFields(spec, ['associationCategory', 'associationTypeId']);
  const category = requiredText(spec, 'associationCategory');
  const id = wholeNumberIn(spec, 'associationTypeId');
  const found = portal.associations.types.find(
    (type) => type.category === category && type.id === id && isFitting(type),
  );
  if (found !== undefined) return found;
  const asked = `${category.slice(0, 50)}=${String(id)}`;
  throw invalid('One or more associations are invalid', {
    context: {
      associationSpec: [asked],
      INVALID_ASSOCIATION_TYPE_ID: [`${asked} is not a valid association definition id`],
    },
  });
}

/** `{id}` under a name of the body. */
export function idOf(body: JsonObject, name: string): string {
  requireFields(body, [name]);
  const id = requiredText(objectOf(body[name], name), 'id');
  if (id === '') throw badJson(`${name}.id must not be empty`);
  return id;
}

/** @throws Refusal 404, or 400 (a switch) when there is no such active record */
export function farEnd(portal: Portal, store: TypeStore, id: string): End {
  const record = activeRecord(store, id);
  if (record !== undefined) return { store, record };
  if (portal.switches.unknownAssociationTarget === 404) throw notFound();
  const message = `There is no ${store.type.singular} ${id.slice(0, 30)} to associate with.`;
  throw new Refusal(400, { message, category: 'VALIDATION_ERROR' });
}

export function activeRecord(store: TypeStore, id: string): CrmRecord | undefined {
  const record = store.records.byId.get(id);
  return record?.archivedAt === undefined ? record : undefined;
}
