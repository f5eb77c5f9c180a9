import {
  type ObjectSchemaEgg,
  ObjectTypePropertyCreateTypeEnum as Type,
} from '@hubspot/api-client/lib/codegen/crm/schemas/index.js';

/** A custom object whose `key` is unique: what a compare-and-swap needs. */
export const PROJECT = {
  name: 'project',
  labels: { singular: 'Project', plural: 'Projects' },
  primaryDisplayProperty: 'title',
  secondaryDisplayProperties: [],
  requiredProperties: ['title'],
  searchableProperties: ['title'],
  associatedObjects: ['COMPANY'],
  properties: [
    { name: 'title', label: 'Title', type: Type.String, fieldType: 'text' },
    { name: 'key', label: 'Key', type: Type.String, fieldType: 'text', hasUniqueValue: true },
    {
      name: 'lane',
      label: 'Lane',
      type: Type.Enumeration,
      fieldType: 'select',
      options: ['deep', 'fast'].map((value, displayOrder) => ({
        value,
        label: value,
        displayOrder,
        hidden: false,
        description: '',
      })),
    },
  ],
} satisfies ObjectSchemaEgg;
