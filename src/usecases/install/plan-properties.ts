import type { Room } from '../../crm/account.ts';
import { type Option, PROPERTY_GROUP, type PropertyDefinition } from '../../crm/property-shapes.ts';
import { type ExistingProperty, OBJECT_TYPES, type ObjectType } from '../../crm/property-definitions.ts';
import { fits } from '../../crm/foreign-properties.ts';
import { Refused } from '../refused.ts';
import { type Comparison, compareDefinition } from './compare-definitions.ts';
import { type Step, shownName } from './step.ts';
import {
  COMES_BACK,
  MAKE_ROOM,
  foreignProperty,
  labelShared,
  labelTaken,
  noRoom,
  optionTaken,
  otherKind,
} from '../../messages/install.ts';

/** Names under which something else than ours stands, or was archived. */
interface Others {
  foreign: readonly string[];
  archived: readonly string[];
}

/** The steps for the properties of one kind of record, the group that holds them first. */
export function planProperties(
  objectType: ObjectType,
  wanted: readonly PropertyDefinition[],
  found: readonly ExistingProperty[],
  { foreign, archived }: Others,
): Step[] {
  const existing = new Map(found.map((property) => [property.name, property]));
  const steps = wanted.map((definition) => {
    const { name } = definition;
    const there = existing.get(name);
    return there !== undefined && foreign.includes(name) && fits(definition, there)
      ? foreignStep(objectType, there)
      : planProperty(objectType, definition, there, { all: found, isArchived: archived.includes(name) });
  });
  return [planGroup(objectType, steps, found), ...steps];
}

/** A group that holds a property exists. An empty one is not listed; creating it again does no harm. */
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
  { all, isArchived }: { all: readonly ExistingProperty[]; isArchived: boolean },
): Step {
  const { type, fieldType, description } = definition;
  const name = shownName(objectType, definition.name);
  const step = { kind: 'property', name } as const;
  const comparison = compareDefinition(definition, found, all);
  switch (comparison.kind) {
    case 'missing': {
      const work = { call: 'property', objectType, definition } as const;
      const twin = all.find(({ label }) => label.toLowerCase() === definition.label.toLowerCase());
      const sentence = [
        description,
        ...(isArchived ? [COMES_BACK] : []),
        ...(twin === undefined ? [] : [labelShared(twin.name, twin.label)]),
      ].join(' ');
      return { ...step, action: 'create', sentence, work, ...(isArchived && { comesBack: true as const }) };
    }
    case 'same':
      return { ...step, action: 'keep', sentence: `${name} is there.`, work: null };
    case 'other-type': {
      const { type: otherType, fieldType: otherFieldType } = comparison.found;
      const sentence = otherKind(name, `${otherType} (${otherFieldType})`, `${type} (${fieldType})`);
      return { ...step, action: 'clash', sentence, work: null, isUnusable: true };
    }
    case 'differs':
      return { ...step, ...planChange(objectType, definition.name, comparison) };
  }
}

/** What is ours is brought up to date. A label that is taken is named, and holds nothing else back. */
function planChange(
  objectType: ObjectType,
  property: string,
  { lost, outdated, taken, change }: Extract<Comparison, { kind: 'differs' }>,
): Pick<Step, 'action' | 'sentence' | 'work' | 'isUnusable'> {
  const name = shownName(objectType, property);
  const isTaken = ({ value }: Option) => taken.some((each) => each.value === value);
  const added = lost.filter((option) => !isTaken(option)).map(({ label }) => label);
  const sentences = [
    ...(added.length === 0 ? [] : [`Lost options are added: ${added.join(', ')}.`]),
    ...(outdated.length === 0 ? [] : [`Brought up to date: ${outdated.join(', ')}.`]),
    ...taken.map(({ label, value, by }) =>
      value === null ? labelTaken(name, label, by) : optionTaken(name, label),
    ),
  ];
  const addsOptions = added.length > 0;
  const work = { call: 'change', objectType, name: property, change, addsOptions } as const;
  return {
    action: taken.length === 0 ? 'repair' : 'clash',
    sentence: sentences.join(' '),
    work: added.length + outdated.length === 0 ? null : work,
    ...(lost.some(isTaken) && { isUnusable: true }),
  };
}

function foreignStep(objectType: ObjectType, { name, groupName }: ExistingProperty): Step {
  const shown = shownName(objectType, name);
  const sentence = foreignProperty(shown, groupName);
  return { kind: 'property', name: shown, action: 'clash', sentence, work: null, isUnusable: true };
}

/** @throws Refused `no-room` when a kind of record has no room for the properties that are to be made */
export function checkRoom(
  steps: readonly Step[],
  room: Readonly<Partial<Record<ObjectType, Room>>> | null,
): void {
  const tight = OBJECT_TYPES.flatMap((objectType) => {
    const limits = room?.[objectType];
    const needed = steps.filter(
      ({ work }) => work?.call === 'property' && work.objectType === objectType,
    ).length;
    // a portal above its limit keeps what it has
    if (limits === undefined || needed === 0 || limits.used + needed <= limits.limit) return [];
    return [roomSentence(objectType, limits, needed)];
  });
  if (tight.length === 0) return;
  throw new Refused('no-room', `${tight.join(' ')} ${MAKE_ROOM}`);
}

function roomSentence(objectType: ObjectType, { limit, used }: Room, needed: number): string {
  const number = (count: number) => count.toLocaleString('en');
  return noRoom(number(limit), objectType, number(used), number(needed));
}
