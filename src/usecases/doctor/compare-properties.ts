import type { PropertyDefinition } from '../../crm/property-shapes.ts';
import type { ExistingProperty } from '../../crm/property-definitions.ts';

/** How properties of the portal differ from what the app needs, a text for each. */
export interface PropertyFaults {
  missing: string[];
  changed: string[];
  optionless: string[];
}

/** Compares definitions and notes what differs. @param prefix stands before each name */
export function compareProperties(
  wanted: readonly PropertyDefinition[],
  found: readonly ExistingProperty[],
  prefix: string,
  { missing, changed, optionless }: PropertyFaults,
): void {
  const existing = new Map(found.map((property) => [property.name, property]));
  for (const { name, type, fieldType, options = [] } of wanted) {
    const there = existing.get(name);
    const lost = options.filter(({ value }) => !there?.options.some((option) => option.value === value));
    if (there === undefined) missing.push(`${prefix}${name}`);
    else if (there.type !== type || (type === 'enumeration' && there.fieldType !== fieldType))
      changed.push(`${prefix}${name} is ${there.type} (${there.fieldType}), not ${type} (${fieldType})`);
    else if (lost.length > 0)
      optionless.push(`${prefix}${name} lacks ${lost.map(({ value }) => value).join(', ')}`);
  }
}
