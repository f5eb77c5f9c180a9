import type { PropertySeed } from '../properties/property-definition.ts';

export interface ObjectType {
  readonly id: string;
  readonly plural: string;
  readonly singular: string;
  /** Other names accepted in paths. */
  readonly aliases?: readonly string[];
  /** The group of the standard properties: its name and its label. */
  readonly group: readonly [string, string];
  /** Names of the properties for creation and last change. */
  readonly timeNames: readonly [string, string];
  /** Returned when a read names no properties. */
  readonly standardProperties: readonly string[];
  /** Properties that the `query` of a search matches. */
  readonly searchedProperties: readonly string[];
  /** Required on create. */
  readonly requiredProperties: readonly string[];
  /** A second record with the same value of this property is a 409. */
  readonly identity?: string;
  /** Whether records have a pipeline and a stage. */
  readonly hasPipelines?: true;
  /** Id of the one pipeline that follows from the lifecycle stage, on types without pipelines of their own. */
  readonly lifecyclePipeline?: string;
  /** Logged on the timeline of the records that it is associated with. */
  readonly isActivity?: true;
  /** The property that holds the id of the primary company. */
  readonly primaryCompanyProperty?: string;
  readonly seed: readonly PropertySeed[];
  /** Set on types that the account defined. */
  readonly custom?: CustomSchema;
}

export function isSpelling(type: ObjectType, spelling: string): boolean {
  const names = [type.id, type.plural, type.singular, ...(type.aliases ?? [])];
  return names.some((name) => name.toLowerCase() === spelling.toLowerCase());
}

/** The schema of an object type that the account defined. */
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
  /** Deleted; the name is taken until it is purged. */
  readonly archivedAt?: number;
  readonly createdByUserId?: number;
  readonly allowsSensitiveProperties?: true;
}
