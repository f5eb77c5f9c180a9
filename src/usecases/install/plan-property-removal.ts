import { PROPERTY_GROUP, type PropertyDefinition } from '../../crm/property-shapes.ts';
import type { ExistingProperty, ObjectType } from '../../crm/property-definitions.ts';
import type { RemovalPlan } from './plan-removal.ts';
import { shownName } from './step.ts';

/** Takes those properties of one kind of record that are as the product makes them. */
export function planPropertyRemoval(
  objectType: ObjectType,
  ours: readonly PropertyDefinition[],
  existing: readonly ExistingProperty[],
  { goes, stays }: RemovalPlan,
): void {
  const found = existing.filter(({ name }) => ours.some((definition) => definition.name === name));
  const names = found.filter((property) => isAsMade(property, ours)).map(({ name }) => name);
  for (const { name } of found.filter((property) => !isAsMade(property, ours)))
    stays.push({
      name: shownName(objectType, name),
      message: `The property ${name} of ${objectType} stays: it is not as Partner ICP makes it.`,
    });
  if (names.length > 0)
    goes.push({ call: 'properties', objectType, names, name: `${names.length} properties of ${objectType}` });
}

function isAsMade({ name, type, groupName }: ExistingProperty, ours: readonly PropertyDefinition[]): boolean {
  return groupName === PROPERTY_GROUP.name && ours.some((each) => each.name === name && each.type === type);
}

/** Says how many company properties stay, where any are there. */
export function noteCompanyProperties(
  ours: readonly PropertyDefinition[],
  existing: readonly ExistingProperty[],
  { stays }: RemovalPlan,
): void {
  const count = existing.filter(({ name }) => ours.some((definition) => definition.name === name)).length;
  if (count === 0) return;
  const message = `${count} properties of companies stay with what people filled in; --delete-values archives them too.`;
  stays.push({ name: 'properties of companies', message });
}
