import { isoOf } from '../http/instant.ts';
import type { CrmRecord } from '../objects/record-store.ts';

export const PROPERTY_TYPES = [
  'string',
  'number',
  'date',
  'datetime',
  'enumeration',
  'bool',
  'phone_number',
] as const;
export type PropertyType = (typeof PROPERTY_TYPES)[number];

export const SENSITIVITIES = ['non_sensitive', 'sensitive', 'highly_sensitive'] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];

export interface Option {
  readonly label: string;
  readonly value: string;
  readonly description: string;
  readonly displayOrder: number;
  readonly hidden: boolean;
}

/** The fields of a property that a caller sets. */
export interface PropertyShape {
  readonly name: string;
  readonly label: string;
  readonly type: PropertyType;
  readonly fieldType: string;
  readonly groupName: string;
  readonly description: string;
  readonly options: readonly Option[];
  readonly displayOrder: number;
  readonly hidden: boolean;
  readonly formField: boolean;
  readonly hasUniqueValue: boolean;
  readonly externalOptions: boolean;
  readonly referencedObjectType?: string;
  /** `non_sensitive` when left out. Set at creation only. */
  readonly dataSensitivity?: Sensitivity;
  /** On calculated properties, whose values nobody writes. The sandbox keeps formulas and computes none. */
  readonly calculationFormula?: string;
}

/** From the record alone (id, times), or from what else is in the account: activities, exchange rates. */
export type Derivation = ((record: CrmRecord) => string | undefined) | 'last-activity' | 'home-amount';

export interface PropertyDefinition extends PropertyShape {
  readonly hubspotDefined: boolean;
  readonly readOnlyValue: boolean;
  /** Only email addresses, kept in lower case. */
  readonly isEmail?: true;
  /** Column of the record's value arrays. Never reused. */
  readonly slot: number;
  /** How a value that is not stored comes about; see objects/current-value.ts. */
  readonly derive?: Derivation;
  /** Milliseconds since 1970, like all times in here. */
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly archivedAt?: number;
  readonly createdUserId?: string;
  readonly updatedUserId?: string;
}

/** A property that HubSpot defines. */
export type PropertySeed = Pick<PropertyDefinition, 'name' | 'label' | 'type' | 'fieldType' | 'groupName'> &
  Partial<PropertyDefinition>;

export function isMultiSelect(definition: PropertyShape): boolean {
  return definition.type === 'enumeration' && definition.fieldType === 'checkbox';
}

/** Values in free form. */
export function isText({ type }: PropertyShape): boolean {
  return type === 'string' || type === 'phone_number';
}

export function isCalculated({ calculationFormula }: PropertyShape): boolean {
  return calculationFormula !== undefined;
}

export function sensitivityOf({ dataSensitivity = 'non_sensitive' }: PropertyShape): Sensitivity {
  return dataSensitivity;
}

/** The response, as the official client types it. */
export function describeProperty(definition: PropertyDefinition): Record<string, unknown> {
  const {
    slot: _slot,
    derive: _derive,
    isEmail: _isEmail,
    readOnlyValue,
    archivedAt,
    createdAt,
    updatedAt,
    ...shape
  } = definition;
  return {
    ...shape,
    createdAt: isoOf(createdAt),
    updatedAt: isoOf(updatedAt),
    archived: archivedAt !== undefined,
    ...(archivedAt === undefined ? {} : { archivedAt: isoOf(archivedAt) }),
    calculated: isCalculated(definition),
    dataSensitivity: sensitivityOf(definition),
    modificationMetadata: {
      archivable: !definition.hubspotDefined,
      readOnlyDefinition: readOnlyValue,
      readOnlyOptions: readOnlyValue,
      readOnlyValue: readOnlyValue || isCalculated(definition),
    },
  };
}

/** Checked values by definition, ready to be stored. */
export type Changes = ReadonlyMap<PropertyDefinition, string>;
