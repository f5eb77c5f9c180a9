import type { PropertySeed } from '../properties/property-definition.ts';

export interface ObjectType {
  readonly id: string;
  readonly plural: string;
  readonly singular: string;
  /** Other words that paths may say. */
  readonly aliases?: readonly string[];
  /** The group of the standard properties: its name and its label. */
  readonly group: readonly [string, string];
  /** What this type calls its creation and its last change. */
  readonly timeNames: readonly [string, string];
  /** Answered when a read names no properties. */
  readonly standardProperties: readonly string[];
  /** Where the `query` of a search looks. */
  readonly searchedProperties: readonly string[];
  /** A create without these is refused. */
  readonly requiredProperties: readonly string[];
  /** A second record with the same value of this property is a 409. */
  readonly identity?: string;
  /** Whether records stand in the stages of a pipeline. */
  readonly hasPipelines?: true;
  /** Where the primary company of a record is repeated as a property. */
  readonly primaryCompanyProperty?: string;
  readonly seed: readonly PropertySeed[];
  /** On types that the account defined itself. */
  readonly custom?: CustomSchema;
}

export function isSpelling(type: ObjectType, spelling: string): boolean {
  const names = [type.id, type.plural, type.singular, ...(type.aliases ?? [])];
  return names.some((name) => name.toLowerCase() === spelling.toLowerCase());
}

/** What an account decides about an object type of its own. */
export interface CustomSchema {
  readonly name: string;
  readonly labels: { readonly singular: string; readonly plural: string };
  readonly description: string;
  readonly primaryDisplayProperty: string;
  readonly secondaryDisplayProperties: readonly string[];
  readonly requiredProperties: readonly string[];
  readonly searchableProperties: readonly string[];
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Deleted, but its name is not free yet. */
  readonly archivedAt?: number;
  readonly createdByUserId?: number;
}
