import { fits } from '../../crm/foreign-properties.ts';
import type { Option, PropertyDefinition } from '../../crm/property-shapes.ts';
import type { ExistingProperty } from '../../crm/property-definitions.ts';

/**
 * How a property of the portal compares with the definition that the product needs.
 *
 * - `other-type`: it cannot hold the product's values
 * - `lost-options`: `lost` are missing. `taken` is one of them whose label another option has: HubSpot allows no two
 *   options of one label, so it cannot be added
 */
export type Comparison =
  | { kind: 'missing' }
  | { kind: 'same' }
  | { kind: 'other-type'; found: ExistingProperty }
  | { kind: 'lost-options'; found: ExistingProperty; lost: readonly Option[]; taken: Option | undefined };

export function compareDefinition(
  definition: PropertyDefinition,
  found: ExistingProperty | undefined,
): Comparison {
  if (found === undefined) return { kind: 'missing' };
  if (!fits(definition, found)) return { kind: 'other-type', found };
  const { options = [] } = definition;
  const lost = options.filter(({ value }) => !found.options.some((option) => option.value === value));
  if (lost.length === 0) return { kind: 'same' };
  const taken = lost.find(({ label }) => found.options.some((option) => option.label === label));
  return { kind: 'lost-options', found, lost, taken };
}
