import type { Option, PropertySeed, PropertyType } from './property-definition.ts';

const FIELD = {
  string: 'text',
  number: 'number',
  date: 'date',
  datetime: 'date',
  bool: 'booleancheckbox',
  phone_number: 'phonenumber',
} as const;

/** Builders for the properties that HubSpot defines, for one group. */
export interface SeedMaker {
  readonly plain: (name: string, label: string, type?: Exclude<PropertyType, 'enumeration'>) => PropertySeed;
  readonly long: (name: string, label: string) => PropertySeed;
  readonly choice: (
    name: string,
    label: string,
    values: readonly (readonly [string, string])[],
  ) => PropertySeed;
  readonly owner: (label: string) => PropertySeed;
  readonly lastActivity: () => PropertySeed;
}

export function seedsOf(groupName: string): SeedMaker {
  const plain: SeedMaker['plain'] = (name, label, type = 'string') => ({
    name,
    label,
    type,
    fieldType: FIELD[type],
    groupName,
  });
  const choice: SeedMaker['choice'] = (name, label, values) => ({
    name,
    label,
    type: 'enumeration',
    fieldType: 'select',
    groupName,
    options: values.map(seedOption),
  });
  return {
    plain,
    choice,
    long: (name, label) => ({ ...plain(name, label), fieldType: 'textarea' }),
    owner: (label) => ({
      ...choice('hubspot_owner_id', label, []),
      externalOptions: true,
      referencedObjectType: 'OWNER',
    }),
    lastActivity: () => ({
      ...plain('notes_last_updated', 'Last Activity Date', 'datetime'),
      readOnlyValue: true,
      derive: 'last-activity',
    }),
  };
}

export function seedOption([value, label]: readonly [string, string], displayOrder: number): Option {
  return { value, label, description: '', displayOrder, hidden: false };
}

/** Companies and contacts share their lifecycle. */
export const LIFECYCLE_STAGES = [
  ['subscriber', 'Subscriber'],
  ['lead', 'Lead'],
  ['marketingqualifiedlead', 'Marketing Qualified Lead'],
  ['salesqualifiedlead', 'Sales Qualified Lead'],
  ['opportunity', 'Opportunity'],
  ['customer', 'Customer'],
  ['evangelist', 'Evangelist'],
  ['other', 'Other'],
] as const;
