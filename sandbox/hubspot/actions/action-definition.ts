import type { JsonObject } from '../http/json.ts';

/** A custom workflow action of an app, in the words of HubSpot's API. */
export interface ActionDefinition {
  readonly id: string;
  readonly revisionId: string;
  readonly actionUrl: string;
  readonly published: boolean;
  readonly labels: JsonObject;
  readonly inputFields: readonly unknown[];
  readonly outputFields: readonly unknown[];
  readonly objectTypes: readonly string[];
  /** Properties of the record that are sent along. */
  readonly properties: readonly string[];
  /** Kept and answered, not acted upon. */
  readonly functions: readonly unknown[];
  readonly inputFieldDependencies: readonly unknown[];
  readonly executionRules: readonly unknown[];
  readonly archivedAt?: number;
  /** Earlier revisions, oldest first, without their own. */
  readonly earlier: readonly ActionDefinition[];
  readonly createdAt: number;
}

/** The answer's form, as the official client types it. */
export function describeDefinition(definition: ActionDefinition): Readonly<Record<string, unknown>> {
  const { properties, earlier: _earlier, createdAt: _createdAt, ...shape } = definition;
  return { ...shape, objectRequestOptions: { properties } };
}

export function describeRevision(definition: ActionDefinition): Readonly<Record<string, unknown>> {
  const { revisionId, createdAt } = definition;
  return {
    id: revisionId,
    revisionId,
    createdAt: new Date(createdAt).toISOString(),
    definition: describeDefinition(definition),
  };
}

/** Newest first. */
export function revisionsOf(definition: ActionDefinition): readonly ActionDefinition[] {
  return [definition, ...definition.earlier.toReversed()];
}
