import { z } from 'zod';
import { ASSOCIATION_CATEGORIES } from '../associations/association-types.ts';
import { PROCESSING_TYPES } from '../lists/crm-list.ts';
import { PROPERTY_TYPES, SENSITIVITIES } from '../properties/property-definition.ts';

/** Increment with every change of the shape below that an older reader would misread. */
export const SAVED_VERSION = 1;

/** Milliseconds since 1970. */
const time = z.int();
const id = z.int().positive();
const index = z.int().nonnegative();

const source = z.strictObject({
  sourceType: z.string(),
  sourceId: z.string(),
  sourceLabel: z.string().exactOptional(),
  userId: z.int().exactOptional(),
});

const option = z.strictObject({
  label: z.string(),
  value: z.string(),
  description: z.string(),
  displayOrder: z.int(),
  hidden: z.boolean(),
});

const property = z.strictObject({
  name: z.string().min(1),
  label: z.string(),
  type: z.enum(PROPERTY_TYPES),
  fieldType: z.string(),
  groupName: z.string(),
  description: z.string(),
  options: z.array(option),
  displayOrder: z.int(),
  hidden: z.boolean(),
  formField: z.boolean(),
  hasUniqueValue: z.boolean(),
  externalOptions: z.boolean(),
  referencedObjectType: z.string().exactOptional(),
  dataSensitivity: z.enum(SENSITIVITIES).exactOptional(),
  calculationFormula: z.string().exactOptional(),
  hubspotDefined: z.boolean(),
  readOnlyValue: z.boolean(),
  isEmail: z.literal(true).exactOptional(),
  slot: index,
  createdAt: time,
  updatedAt: time,
  archivedAt: time.exactOptional(),
  createdUserId: z.string().exactOptional(),
  updatedUserId: z.string().exactOptional(),
});

const group = z.strictObject({
  name: z.string().min(1),
  label: z.string(),
  displayOrder: z.int(),
  archived: z.boolean(),
});

const stage = z.strictObject({
  id: z.string().min(1),
  label: z.string(),
  displayOrder: z.int(),
  metadata: z.record(z.string(), z.string()),
  createdAt: time,
  updatedAt: time,
});

/** Slot of the property, value, and which of the record's writes wrote it. */
const version = z.tuple([index, z.string(), index]);

const record = z.strictObject({
  id,
  updatedAt: time,
  archivedAt: time.exactOptional(),
  /** Ids that lead to this record since a merge. */
  mergedIds: z.array(id).exactOptional(),
  /** When, and which of the sources; the first one is the creation. */
  writes: z.array(z.tuple([time, index])).min(1),
  values: z.array(version),
  /** Former values, oldest first within each property. */
  earlier: z.array(version),
});

const schema = z.strictObject({
  name: z.string().min(1),
  labels: z.strictObject({ singular: z.string(), plural: z.string() }),
  description: z.string(),
  primaryDisplayProperty: z.string(),
  secondaryDisplayProperties: z.array(z.string()),
  requiredProperties: z.array(z.string()),
  searchableProperties: z.array(z.string()),
  createdAt: time,
  updatedAt: time,
  archivedAt: time.exactOptional(),
  createdByUserId: z.int().exactOptional(),
  allowsSensitiveProperties: z.literal(true).exactOptional(),
});

const savedType = z.strictObject({
  id: z.string(),
  /** On custom objects. */
  schema: schema.exactOptional(),
  groups: z.array(group),
  properties: z.array(property),
  pipelines: z
    .array(stage.omit({ metadata: true }).extend({ stages: z.array(stage).min(1) }))
    .exactOptional(),
  records: z.array(record),
});

const typeId = z.strictObject({ category: z.enum(ASSOCIATION_CATEGORIES), id });

/** Labels that the account defined. */
const label = typeId.extend({
  from: z.string(),
  to: z.string(),
  name: z.string(),
  /** null: the plain association of a custom object. */
  label: z.string().nullable(),
  inverseId: id,
});

const list = z.strictObject({
  id,
  objectTypeId: z.string(),
  processingType: z.enum(PROCESSING_TYPES),
  name: z.string(),
  filterBranch: z.record(z.string(), z.unknown()).exactOptional(),
  version: z.int().positive(),
  createdAt: time,
  updatedAt: time,
  filtersUpdatedAt: time,
  deletedAt: time.exactOptional(),
  createdById: z.string(),
  updatedById: z.string(),
  /** Record and since when it is a member. */
  members: z.array(z.tuple([id, time])),
});

const rule = z.strictObject({
  objectType: z.string(),
  property: z.string(),
  when: z.strictObject({ property: z.string(), isOneOf: z.array(z.string()) }).exactOptional(),
});

export const SAVED_PORTAL = z.strictObject({
  version: z.literal(SAVED_VERSION),
  nextIds: z.strictObject({
    record: id,
    pipeline: id,
    label: id,
    objectType: id.exactOptional(),
    list: id.exactOptional(),
  }),
  sources: z.array(source),
  types: z.array(savedType),
  labels: z.array(label),
  lists: z.array(list).exactOptional(),
  rules: z.array(rule).exactOptional(),
  /** One row per direction: record, other record, types. */
  associations: z.array(z.tuple([id, id, z.array(typeId).min(1)])),
});

/** A whole account as plain JSON: definitions, records with their histories, associations, pipelines. No token. */
export type SavedPortal = z.infer<typeof SAVED_PORTAL>;
export type SavedType = z.infer<typeof savedType>;
export type SavedRecord = z.infer<typeof record>;

/** A saved portal that cannot be loaded; the message names the first fault. */
export class SavedPortalError extends Error {
  override readonly name = 'SavedPortalError';
  constructor(what: string, options?: ErrorOptions) {
    super(`The saved portal cannot be loaded: ${what}`, options);
  }
}
