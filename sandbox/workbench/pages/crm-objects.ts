import type { PropertyValues } from '../host/protocol.ts';
import { listIn, numberIn, recordIn, textIn } from './parse.ts';
import type { RecordType } from '../host/settings.ts';

/** One record of the CRM. */
export interface RecordKey {
  readonly objectType: RecordType;
  readonly id: string;
}

/** HubSpot's type ids, as a card's context has them. */
export const OBJECT_TYPE_IDS: Readonly<Record<RecordType, string>> = { companies: '0-2', deals: '0-3' };

export interface Company {
  id: string;
  properties: PropertyValues;
}

/** One entry of a property's history, newest first in its list. */
export interface Change {
  value: string;
  at: string;
  source: string;
  sourceId: string;
  /** The name of the app that wrote, where the CRM gives one. */
  sourceLabel: string;
  userId: number;
}

/** Records of other types are read as companies are. */
export interface CompanyRecord extends Company {
  history: Record<string, Change[]>;
}

export interface Property {
  name: string;
  label: string;
  description: string;
  group: string;
  type: string;
  fieldType: string;
  order: number;
  readOnly: boolean;
  /** Whether its values are ids of owners. */
  isOwner: boolean;
  options: { label: string; value: string }[];
}

export interface PropertyGroup {
  name: string;
  label: string;
}

function valuesIn(json: unknown): PropertyValues {
  const entries = Object.entries(recordIn(json));
  return Object.fromEntries(entries.map(([name, value]) => [name, value === null ? null : textIn(value)]));
}

function changeIn(json: unknown): Change {
  const { value, timestamp, sourceType, sourceId, sourceLabel, updatedByUserId } = recordIn(json);
  return {
    value: textIn(value),
    at: textIn(timestamp),
    source: textIn(sourceType),
    sourceId: textIn(sourceId),
    sourceLabel: textIn(sourceLabel),
    userId: numberIn(updatedByUserId),
  };
}

export function companyIn(json: unknown): Company {
  const { id, properties } = recordIn(json);
  return { id: textIn(id), properties: valuesIn(properties) };
}

export function companyRecordIn(json: unknown): CompanyRecord {
  const history = Object.entries(recordIn(recordIn(json)['propertiesWithHistory']));
  return {
    ...companyIn(json),
    history: Object.fromEntries(history.map(([name, changes]) => [name, listIn(changes).map(changeIn)])),
  };
}

export function propertyIn(json: unknown): Property {
  const property = recordIn(json);
  const readOnly = recordIn(property['modificationMetadata'])['readOnlyValue'] === true;
  return {
    name: textIn(property['name']),
    label: textIn(property['label']) || textIn(property['name']),
    description: textIn(property['description']),
    group: textIn(property['groupName']),
    type: textIn(property['type']),
    fieldType: textIn(property['fieldType']),
    order: numberIn(property['displayOrder']),
    isOwner: property['referencedObjectType'] === 'OWNER',
    readOnly: readOnly || property['calculated'] === true,
    options: listIn(property['options']).map((option) => {
      const { label, value } = recordIn(option);
      return { label: textIn(label), value: textIn(value) };
    }),
  };
}

export function groupIn(json: unknown): PropertyGroup {
  const { name, label } = recordIn(json);
  return { name: textIn(name), label: textIn(label) || textIn(name) };
}
