import { dissociate } from '../associations/associate.ts';
import { idsBy, inverseOf, isLabelInUse, plainType } from '../associations/association-store.ts';
import { type AssociationType, bothWays } from '../associations/association-types.ts';
import { type Answer, type Call, NO_CONTENT, param } from '../http/call.ts';
import { requiredText, requireFields, textIn } from '../http/json.ts';
import { invalid, notFound, Refusal } from '../http/refusal.ts';
import { type Portal, type TypeStore, typeStoreOf } from '../portal/portal.ts';
import { customStoreOf } from './custom-type.ts';
import { definitionsOf, describeDefinitionOfAssociation } from './describe-schema.ts';

/** Adds the plain association of two types. @returns undefined when there is one already */
export function addAssociation(
  portal: Portal,
  from: TypeStore,
  to: TypeStore,
  name = nameBetween(from, to),
): AssociationType | undefined {
  const { associations, nextIds } = portal;
  if (plainType(associations, from.type.id, to.type.id) !== undefined) return undefined;
  const id = nextIds.label++;
  const isMirrored = from === to;
  const inverseId = isMirrored ? id : nextIds.label++;
  const pair = [from.type.id, to.type.id, id, inverseId, name, name] as const;
  const [there, back] = bothWays(pair, null, null, 'USER_DEFINED');
  associations.types.push(...(isMirrored ? [there] : [there, back]));
  return there;
}

function nameBetween({ type: from }: TypeStore, { type: to }: TypeStore): string {
  return `${from.custom?.name ?? from.singular}_to_${to.custom?.name ?? to.singular}`;
}

export function createSchemaAssociation(portal: Portal, call: Call): Answer {
  const store = customStoreOf(portal, call);
  requireFields(call.body, ['fromObjectTypeId', 'toObjectTypeId']);
  const from = typeStoreOf(portal, requiredText(call.body, 'fromObjectTypeId'));
  const to = typeStoreOf(portal, requiredText(call.body, 'toObjectTypeId'));
  if (from !== store && to !== store) throw invalid('One end of the association is the type in the path.');
  const added = addAssociation(portal, from, to, textIn(call.body, 'name'));
  if (added === undefined) {
    const message = 'These object types can be associated already.';
    throw new Refusal(409, { message, category: 'CONFLICT' });
  }
  return { status: 201, body: describeDefinitionOfAssociation(added) };
}

/** Removes both directions. The switch for labels in use applies here too. */
export function deleteSchemaAssociation(portal: Portal, call: Call): Answer {
  const store = customStoreOf(portal, call);
  const identifier = param(call, 'associationIdentifier');
  const type = definitionsOf(portal, store).find(
    ({ id, name, category }) =>
      category === 'USER_DEFINED' && (String(id) === identifier || name === identifier),
  );
  if (type === undefined) throw notFound('There is no such association of this type.');
  const { associations } = portal;
  if (isLabelInUse(associations, type)) {
    if (portal.switches.labelInUseDelete === 'refused') throw invalid('Records are associated by it.');
    unlinkEverywhere(portal, type);
  }
  const gone = [type, inverseOf(associations, type)];
  const kept = associations.types.filter((each) => !gone.includes(each));
  associations.types.splice(0, associations.types.length, ...kept);
  return NO_CONTENT;
}

function unlinkEverywhere(portal: Portal, type: AssociationType): void {
  const [from, to] = [typeStoreOf(portal, type.from), typeStoreOf(portal, type.to)];
  for (const record of from.records.all) {
    for (const id of idsBy(portal.associations, record.id, type)) {
      const far = to.records.byId.get(String(id));
      if (far !== undefined) dissociate(portal, { store: from, record }, { store: to, record: far }, type);
    }
  }
}
