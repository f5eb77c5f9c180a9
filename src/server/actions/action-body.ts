import { createHash } from 'node:crypto';

import * as z from 'zod';

import { ACTION_ENVELOPE } from '../../messages/actions.ts';
import { UnreadableBody, parseBody } from '../call-body.ts';

/** What HubSpot sends when a workflow or an agent calls an action. */
export interface ActionBody {
  portalId: number;
  /** By which the execution is completed later; null where HubSpot named none. */
  callbackId: string | null;
  /** Names the execution: a repeat has the same. */
  execution: string;
  /** Whether a workflow calls, for which nobody waits. */
  isWorkflow: boolean;
  record: { id: string; type: string } | null;
  inputs: Readonly<Record<string, unknown>>;
}

const RecordId = z.union([z.string().regex(/^\d{1,20}$/), z.int().positive().transform(String)]);

/** Source: HubSpot, "Custom workflow actions", the body of a call. Of an agent's call only the origin is known for sure. */
const Body = z.object({
  callbackId: z
    .string()
    .regex(/^[\x21-\x7e]{1,300}$/)
    .nullish(),
  origin: z.object({ portalId: z.int().positive().max(999_999_999_999_999) }),
  context: z.object({ source: z.string().nullish() }).nullish(),
  object: z.object({ objectId: RecordId, objectType: z.string().max(100) }).nullish(),
  inputFields: z.record(z.string().max(100), z.unknown()).nullish(),
});

/** @throws UnreadableBody */
export function parseActionBody(bytes: Buffer, encoding: string | undefined): ActionBody {
  const { data } = Body.safeParse(parseBody(bytes, encoding));
  if (data === undefined) throw new UnreadableBody(ACTION_ENVELOPE);
  const { callbackId = null, origin, context, object, inputFields } = data;
  return {
    portalId: origin.portalId,
    callbackId,
    execution: callbackId ?? createHash('sha256').update(bytes).digest('hex'),
    isWorkflow: context?.source === 'WORKFLOWS',
    record: object == null ? null : { id: object.objectId, type: object.objectType },
    inputs: inputFields ?? {},
  };
}
