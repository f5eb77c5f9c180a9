import type { JsonObject } from '../http/json.ts';

export const PROCESSING_TYPES = ['MANUAL', 'DYNAMIC', 'SNAPSHOT'] as const;
export type ProcessingType = (typeof PROCESSING_TYPES)[number];

/** A list (also called segment) of records of one type. */
export interface CrmList {
  readonly id: number;
  readonly objectTypeId: string;
  readonly processingType: ProcessingType;
  readonly name: string;
  /** As sent, after validation; absent for MANUAL lists. */
  readonly filterBranch?: JsonObject;
  /** Incremented with each change of the definition. */
  readonly version: number;
  /** Milliseconds since 1970, like all times in here. */
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly filtersUpdatedAt: number;
  readonly deletedAt?: number;
  readonly createdById: string;
  readonly updatedById: string;
  /** Member ids with the time they joined; empty for DYNAMIC lists, whose members follow from the filters. */
  readonly members: ReadonlyMap<number, number>;
}
