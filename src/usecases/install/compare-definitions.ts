import { isOurDescription, isOurLabel, isOurOptionLabel } from '../../crm/earlier-texts.ts';
import { fits } from '../../crm/foreign-properties.ts';
import type { Option, PropertyDefinition } from '../../crm/property-shapes.ts';
import type { ExistingProperty, PropertyChange } from '../../crm/property-definitions.ts';

/** A label that something else in the portal has already. */
export interface TakenLabel {
  label: string;
  /** The option that needs it; null where the property itself does. */
  value: string | null;
  /** The property or the option that has it. */
  by: string;
}

/**
 * How a property of the portal compares with the definition that the product needs.
 *
 * - `other-type`: it cannot hold the product's values
 * - `differs`: `lost` options are missing, and `outdated` texts are those of an earlier version. `change` brings both up to
 *   date, but for what is `taken`: HubSpot allows no two options of one label
 */
export type Comparison =
  | { kind: 'missing' }
  | { kind: 'same' }
  | { kind: 'other-type'; found: ExistingProperty }
  | {
      kind: 'differs';
      lost: readonly Option[];
      /** What is renamed, `"Clearance" to "Clearance for Deep"`, and `description`. */
      outdated: readonly string[];
      taken: readonly TakenLabel[];
      change: PropertyChange;
    };

/** @param all the properties of the same kind of record, among which a label should be one property's alone */
export function compareDefinition(
  definition: PropertyDefinition,
  found: ExistingProperty | undefined,
  all: readonly ExistingProperty[],
): Comparison {
  if (found === undefined) return { kind: 'missing' };
  if (!fits(definition, found)) return { kind: 'other-type', found };
  const options = compareOptions(definition, found);
  const label = compareLabel(definition, found, all);
  const isRedescribed = isOutdated(found.description, definition.description, (text) =>
    isOurDescription(definition, text),
  );
  const { lost } = options;
  const outdated = [...label.outdated, ...options.outdated, ...(isRedescribed ? ['description'] : [])];
  const taken = [...label.taken, ...options.taken];
  if (lost.length + outdated.length + taken.length === 0) return { kind: 'same' };
  const change = {
    ...label.change,
    ...(isRedescribed && { description: definition.description }),
    ...options.change,
  };
  return { kind: 'differs', lost, outdated, taken, change };
}

/** Whether a text of ours is one of an earlier version. What an admin wrote is kept. */
function isOutdated(found: string, wanted: string, isOurs: (text: string) => boolean): boolean {
  return found !== wanted && isOurs(found);
}

interface Compared {
  outdated: string[];
  taken: TakenLabel[];
  change: PropertyChange;
}

function compareLabel(
  definition: PropertyDefinition,
  found: ExistingProperty,
  all: readonly ExistingProperty[],
): Compared {
  const { label } = definition;
  if (!isOutdated(found.label, label, (text) => isOurLabel(definition, text)))
    return { outdated: [], taken: [], change: {} };
  const other = all.find((each) => each.name !== found.name && isSame(each.label, label));
  if (other !== undefined)
    return { outdated: [], taken: [{ label, value: null, by: other.name }], change: {} };
  return { outdated: [renamed(found.label, label)], taken: [], change: { label } };
}

/** The options that stand there keep order, marks and what an admin called them; lost ones go behind. */
function compareOptions(
  definition: PropertyDefinition,
  found: ExistingProperty,
): Compared & { lost: readonly Option[] } {
  const wanted = new Map((definition.options ?? []).map((option) => [option.value, option]));
  const outdated: string[] = [];
  const taken: TakenLabel[] = [];
  const isOld = (there: Option) => {
    const option = wanted.get(there.value);
    return (
      option !== undefined &&
      isOutdated(there.label, option.label, (text) => isOurOptionLabel(definition, option, text))
    );
  };
  const isFree = ({ value, label }: Option) => {
    // one that gets a new name itself leaves its old one free
    const other = found.options.find(
      (there) => there.value !== value && isSame(there.label, label) && !isOld(there),
    );
    if (other !== undefined) taken.push({ label, value, by: other.value });
    return other === undefined;
  };
  const options = found.options.map((there) => {
    const option = wanted.get(there.value);
    if (option === undefined || !isOld(there) || !isFree(option)) return there;
    outdated.push(renamed(there.label, option.label));
    return { ...there, label: option.label };
  });
  const there = new Set(found.options.map(({ value }) => value));
  const lost = [...wanted.values()].filter(({ value }) => !there.has(value));
  const added = lost.filter(isFree);
  const isAnyNew = outdated.length + added.length > 0;
  return { lost, outdated, taken, change: isAnyNew ? { options: [...options, ...added] } : {} };
}

/** Capitals make no difference to people, and perhaps none to HubSpot. */
function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function renamed(before: string, now: string): string {
  return `"${before}" to "${now}"`;
}
