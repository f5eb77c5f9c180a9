import { z } from 'zod';
import type { Fault, FaultTarget } from '../faults/fault.ts';
import type { RandomFaults } from '../faults/faults.ts';
import { type FaultName, isFaultName, NAMED_FAULTS } from '../faults/named-faults.ts';

const rate = z.int().positive();
export const LIMITS = z.strictObject({
  on: z.boolean(),
  burst: rate.exactOptional(),
  oauthBurst: rate.exactOptional(),
  daily: rate.exactOptional(),
  search: rate.exactOptional(),
});
export const SKEW = z.strictObject({ ms: z.int().min(-8.64e7).max(8.64e7) });
export const CHAOS = z.strictObject({
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

const write = z.enum(['before', 'after']);
const name = z.string().refine(isFaultName, { error: 'There is no fault of this name.' });

const source = z.strictObject({
  sourceType: z.string(),
  sourceId: z.string(),
  sourceLabel: z.string().exactOptional(),
  userId: z.int().exactOptional(),
});
const texts = z.record(z.string(), z.string());
const lists = z.record(z.string(), z.array(z.string()));
const errorBody = z.strictObject({
  message: z.string(),
  category: z.string().exactOptional(),
  subCategory: z.string().exactOptional(),
  errors: z
    .array(
      z.strictObject({
        message: z.string(),
        code: z.string().exactOptional(),
        context: lists.exactOptional(),
      }),
    )
    .exactOptional(),
  context: lists.exactOptional(),
});

const fault = z.union([
  name,
  z.strictObject({
    kind: z.literal('status'),
    status: z.int().min(200).max(599),
    headers: z.record(z.string().regex(/^[\w-]+$/), z.string().regex(/^[\x20-\x7e]*$/)).exactOptional(),
    body: z.union([z.string(), z.record(z.string(), z.unknown())]),
    write: z.literal('after').exactOptional(),
  }),
  z.strictObject({ kind: z.literal('hang'), write }),
  z.strictObject({ kind: z.literal('reset'), write }),
  z.strictObject({ kind: z.literal('truncate') }),
  z.strictObject({ kind: z.literal('delay'), ms: z.int().min(0).max(600_000) }),
  z.strictObject({ kind: z.literal('skew'), ms: z.int().min(-8.64e7).max(8.64e7) }),
  z.strictObject({
    kind: z.literal('input-error'),
    error: z.union([z.enum(['read-only', 'internal']), errorBody]),
    input: z.string().exactOptional(),
  }),
  z.strictObject({ kind: z.literal('ignored') }),
  z.strictObject({
    kind: z.literal('late'),
    ms: z.int().nonnegative().exactOptional(),
    reads: z.int().nonnegative().exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('edit'),
    when: z.enum(['before', 'after']),
    by: z.union([z.enum(['workflow', 'person']), source]),
    properties: texts,
    record: z.strictObject({ objectType: z.string(), id: z.string() }).exactOptional(),
  }),
]);

const place = z.strictObject({
  method: z.string().exactOptional(),
  path: z.string().exactOptional(),
  input: z.string().exactOptional(),
  token: z.string().exactOptional(),
});
const target = place.extend({
  times: z.int().positive().exactOptional(),
  skip: z.int().nonnegative().exactOptional(),
  forMs: z.int().positive().exactOptional(),
});

const ADDED = z.strictObject({ fault, target: target.exactOptional() });
const RANDOM = z.strictObject({
  percent: z.number().min(0).max(100),
  from: z.array(name).min(1),
  seed: z.int(),
  target: place.exactOptional(),
});

/** @throws z.ZodError, which the admin endpoint turns into a 400 */
export function parseAddedFault(body: unknown): { fault: Fault; target: FaultTarget } {
  const { fault: wanted, target: where = {} } = ADDED.parse(body);
  return { fault: typeof wanted === 'string' ? NAMED_FAULTS[asName(wanted)] : wanted, target: where };
}

/** @throws z.ZodError */
export function parseRandomFaults(body: unknown): RandomFaults {
  const { from, ...rest } = RANDOM.parse(body);
  return { ...rest, from: from.map(asName) };
}

function asName(text: string): FaultName {
  if (isFaultName(text)) return text;
  throw new Error(`There is no fault of the name ${text}.`);
}
