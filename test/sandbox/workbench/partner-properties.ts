import type { Property } from '../../../src/sandbox/workbench/page/crm-objects.ts';

/** A property definition as the page has it. */
export function property(name: string, label: string, given: Partial<Property> = {}): Property {
  return {
    ...{ name, label, description: '', group: 'partner_icp', type: 'string', fieldType: 'text' },
    ...{ order: -1, readOnly: false, isOwner: false, options: [] },
    ...given,
  };
}

export function choice(name: string, label: string, options: Record<string, string>): Property {
  return property(name, label, {
    type: 'enumeration',
    fieldType: 'select',
    options: Object.entries(options).map(([value, text]) => ({ value, label: text })),
  });
}

export const NUMBER = { type: 'number', fieldType: 'number' };
