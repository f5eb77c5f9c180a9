import { PROPERTY_GROUP, type PropertyDefinition } from '../../crm/property-shapes.ts';
import type { ExistingProperty, ObjectType } from '../../crm/property-definitions.ts';
import { type Step, shownName } from './step.ts';

/** The steps for the properties of one kind of record, the group that holds them first. */
export function planProperties(
  objectType: ObjectType,
  wanted: readonly PropertyDefinition[],
  found: readonly ExistingProperty[],
): Step[] {
  const existing = new Map(found.map((property) => [property.name, property]));
  const steps = wanted.map((definition) =>
    planProperty(objectType, definition, existing.get(definition.name)),
  );
  return [planGroup(objectType, steps, found), ...steps];
}

/** A group with a property in it is there. Whether an empty one is shows when it is made: a second one is refused. */
function planGroup(objectType: ObjectType, steps: readonly Step[], found: readonly ExistingProperty[]): Step {
  const name = `${objectType}: group ${PROPERTY_GROUP.label}`;
  const isThere = found.some(({ groupName }) => groupName === PROPERTY_GROUP.name);
  if (isThere || !steps.some(({ action }) => action === 'create'))
    return { kind: 'group', name, action: 'keep', sentence: 'The property group is there.', work: null };
  const sentence = `The property group under which HubSpot shows the properties of ${objectType}.`;
  return { kind: 'group', name, action: 'create', sentence, work: { call: 'group', objectType } };
}

function planProperty(
  objectType: ObjectType,
  definition: PropertyDefinition,
  found: ExistingProperty | undefined,
): Step {
  const name = shownName(objectType, definition.name);
  if (found === undefined) {
    const work = { call: 'property', objectType, definition } as const;
    return { kind: 'property', name, action: 'create', sentence: definition.description, work };
  }
  const { options = [] } = definition;
  const lost = options.filter(({ value }) => !found.options.some((option) => option.value === value));
  const clash = clashWith(definition, found, lost);
  if (clash !== null) {
    const sentence = `${name} ${clash}, then install again.`;
    return { kind: 'property', name, action: 'clash', sentence, work: null };
  }
  if (lost.length === 0)
    return { kind: 'property', name, action: 'keep', sentence: `${name} is there.`, work: null };
  const work = {
    call: 'options',
    objectType,
    name: definition.name,
    options: [...found.options, ...lost],
  } as const;
  const labels = lost.map(({ label }) => label).join(', ');
  return { kind: 'property', name, action: 'repair', sentence: `Lost options are added: ${labels}.`, work };
}

/** What keeps a property that exists from being used, and what to do about it. */
function clashWith(
  { type, fieldType }: PropertyDefinition,
  found: ExistingProperty,
  lost: readonly { label: string }[],
): string | null {
  if (found.type !== type || (type === 'enumeration' && found.fieldType !== fieldType))
    return `exists as ${found.type} (${found.fieldType}), but must be ${type} (${fieldType}). Rename or delete it in HubSpot's property settings`;
  // HubSpot allows no two options of one label.
  const taken = lost.find(({ label }) => found.options.some((option) => option.label === label));
  return taken === undefined
    ? null
    : `has an option "${taken.label}" that is not ours. Rename that option in HubSpot's property settings`;
}
