import { isoOf } from '../http/instant.ts';
import type { JsonObject } from '../http/json.ts';

/** A custom workflow action of an app, with the field names of HubSpot's API. */
export interface ActionDefinition {
  readonly id: string;
  readonly revisionId: string;
  readonly actionUrl: string;
  readonly published: boolean;
  readonly labels: JsonObject;
  readonly inputFields: readonly unknown[];
  readonly outputFields: readonly unknown[];
  readonly objectTypes: readonly string[];
  /** Properties of the record that the payload carries. */
  readonly properties: readonly string[];
  /** Stored and returned, without effect. */
  readonly functions: readonly unknown[];
  readonly inputFieldDependencies: readonly unknown[];
  readonly executionRules: readonly unknown[];
  readonly archivedAt?: number;
  /** Earlier revisions, oldest first; their own `earlier` is empty. */
  readonly earlier: readonly ActionDefinition[];
  readonly createdAt: number;
}

/** The response, as the official client types it. */
export function describeDefinition(definition: ActionDefinition): Readonly<Record<string, unknown>> {
  const { properties, earlier: _earlier, createdAt: _createdAt, ...shape } = definition;
  return { ...shape, objectRequestOptions: { properties } };
}

export function describeRevision(definition: ActionDefinition): Readonly<Record<string, unknown>> {
  const { revisionId, createdAt } = definition;
  return {
    id: revisionId,
    revisionId,
    createdAt: isoOf(createdAt),
    definition: describeDefinition(definition),
  };
}

/** Newest first. */
export function revisionsOf(definition: ActionDefinition): readonly ActionDefinition[] {
  return [definition, ...definition.earlier.toReversed()];
}
