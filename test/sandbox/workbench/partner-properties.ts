import { propertyRoles } from '../../../sandbox/property-roles.ts';
import type { Property } from '../../../sandbox/workbench/pages/crm-objects.ts';
import { SHIPPED_PROFILES } from '../../../src/icp/shipped-profiles.ts';

/** A property definition as the page has it. */
export function property(name: string, label: string, given: Partial<Property> = {}): Property {
  return {
    ...{ name, label, description: '', group: 'partner_icp', type: 'string', fieldType: 'text' },
    ...{ order: -1, readOnly: false, isOwner: false, options: [] },
    ...given,
  };
}

export function choice(
  name: string,
  label: string,
  options: Record<string, string>,
  given: Partial<Property> = {},
): Property {
  return property(name, label, {
    type: 'enumeration',
    fieldType: 'select',
    options: Object.entries(options).map(([value, text]) => ({ value, label: text })),
    ...given,
  });
}

/** Roles as the demo hands them to the workbench. */
export const ROLES = propertyRoles(SHIPPED_PROFILES);

export const NUMBER = { type: 'number', fieldType: 'number' };
