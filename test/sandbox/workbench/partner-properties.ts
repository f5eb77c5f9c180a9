import type { Property } from '../../../sandbox/workbench/pages/crm-objects.ts';

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

/** Descriptions as the app gives them: they say what sets a property. */
export const FILLED_IN = { description: 'Filled in on the Partner ICP card.' };
export const DERIVED = { description: 'Set by Partner ICP from the scorecard. Do not edit.' };
export const NOTED = { description: 'Noted by Partner ICP when a scorecard is saved.' };

export const NUMBER = { type: 'number', fieldType: 'number' };
