import { isJsonObject } from '../http/json.ts';
import { invalid, type Refusal } from '../http/refusal.ts';
import { isSpelling } from '../objects/object-type.ts';
import type { Portal, TypeStore } from '../portal/portal.ts';
import type { PropertyDefinition } from './property-definition.ts';

/** Refuses to archive a property that an active list, a calculation or a workflow uses. @throws Refusal 400 */
export function checkNotUsed(portal: Portal, store: TypeStore, definition: PropertyDefinition): void {
  const users = usersOf(portal, store, definition);
  if (users.length > 0) throw inUse(store, definition, users);
}

/** What uses a property, as HubSpot names the kinds of it, and their names. */
export function usersOf(
  portal: Portal,
  store: TypeStore,
  { name }: PropertyDefinition,
): readonly (readonly [kind: string, name: string])[] {
  const { type, properties } = store;
  const lists = [...portal.lists.values()].filter(
    ({ objectTypeId, processingType, deletedAt, filterBranch }) =>
      objectTypeId === type.id &&
      processingType === 'DYNAMIC' &&
      deletedAt === undefined &&
      isNamedIn(filterBranch, name),
  );
  const calculations = [...properties.definitions.values()].filter(
    (other) => other.archivedAt === undefined && other.name !== name && formulaNames(other).includes(name),
  );
  const uses = portal.propertyUses.filter(
    ({ objectType, property }) => property === name && isSpelling(type, objectType),
  );
  return [
    ...lists.map((list) => ['CONTACT_LIST', list.name] as const),
    ...calculations.map((other) => ['CALCULATED_PROPERTY', `${type.id}/${other.name}`] as const),
    ...uses.map(({ by }) => ['WORKFLOW', by] as const),
  ];
}

/** Whether a filter of a branch, at any depth, looks at the property. */
function isNamedIn(value: unknown, name: string): boolean {
  if (Array.isArray(value)) return value.some((item) => isNamedIn(item, name));
  if (!isJsonObject(value)) return false;
  return value['property'] === name || Object.values(value).some((part) => isNamedIn(part, name));
}

const formulaNames = ({ calculationFormula }: PropertyDefinition): readonly string[] =>
  calculationFormula?.match(/[a-z]\w*/gi) ?? [];

/** Recorded for lists, calculations and workflows; the kinds of users are recorded for calculations alone. */
function inUse(
  { type }: TypeStore,
  { name }: PropertyDefinition,
  users: ReturnType<typeof usersOf>,
): Refusal {
  const count = String(users.length);
  const message = `Property ${name} of object type ${type.id} is used in ${count} places and cannot be deleted.`;
  return invalid(message, {
    subCategory: 'PropertyValidationError.CANNOT_DELETE_PROPERTY_IN_USE',
    context: { usageCount: [count] },
    errors: users.map(([kind, user]) => ({
      message: `${user} uses it.`,
      subCategory: 'PropertyValidationError.PROPERTY_USAGE',
      context: { parentType: [kind], parentName: [user] },
    })),
  });
}
