import { z } from 'zod';

const rate = z.int().positive();
export const LIMITS = z.strictObject({
  on: z.boolean(),
  burst: rate.exactOptional(),
  oauthBurst: rate.exactOptional(),
  daily: rate.exactOptional(),
  search: rate.exactOptional(),
});
export const SKEW = z.strictObject({ ms: z.int().min(-8.64e7).max(8.64e7) });
export const MISCHIEF = z.strictObject({
  duplicatePercent: z.number().min(0).max(100).default(0),
  reorders: z.boolean().default(false),
  repeatsEventIds: z.boolean().default(false),
  seed: z.int().default(1),
});
export const ORDER = z.strictObject({
  appId: z.union([z.string(), z.int()]),
  definitionId: z.string(),
  objectType: z.string(),
  objectId: z.string(),
  inputFields: z.record(z.string(), z.unknown()).exactOptional(),
  workflowId: z.int().exactOptional(),
});
