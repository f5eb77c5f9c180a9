/** The group under which HubSpot shows the properties. */
export const PROPERTY_GROUP = { name: 'partner_icp', label: 'Partner ICP' } as const;

export interface Option {
  value: string;
  label: string;
}

/** A company property as HubSpot's API defines it. */
export interface PropertyDefinition {
  name: string;
  label: string;
  type: 'enumeration' | 'number' | 'string' | 'date' | 'datetime';
  fieldType: 'select' | 'checkbox' | 'number' | 'text' | 'textarea' | 'date';
  groupName: string;
  /** Says what sets it: a person reads this beside the property. */
  description: string;
  options?: readonly Option[];
  /** Not offered to people in HubSpot's pages. */
  hidden?: true;
  /** No two records have the same value. */
  hasUniqueValue?: true;
}

export type Shape = Pick<PropertyDefinition, 'type' | 'fieldType' | 'options'>;

export const NUMBER: Shape = { type: 'number', fieldType: 'number' };
export const TEXT: Shape = { type: 'string', fieldType: 'text' };
export const DATE: Shape = { type: 'date', fieldType: 'date' };
export const DATETIME: Shape = { type: 'datetime', fieldType: 'date' };

export function select(options: readonly Option[]): Shape {
  return { type: 'enumeration', fieldType: 'select', options };
}

export function checkboxes(options: readonly Option[]): Shape {
  return { type: 'enumeration', fieldType: 'checkbox', options };
}
