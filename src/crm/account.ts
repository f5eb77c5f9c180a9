import * as z from 'zod';

import { CrmError, isForbidden } from './client/errors.ts';
import type { ObjectType } from './property-definitions.ts';
import { API_VERSION, type Crm } from './client/request.ts';

/** The account that the token is for. */
export interface Account {
  id: string;
  /** Null when HubSpot does not name it. */
  name: string | null;
  /** STANDARD, SANDBOX, DEVELOPER_TEST or APP_DEVELOPER. */
  type: string;
  /** IANA name of its time zone, `America/Los_Angeles`; null when HubSpot does not say. */
  zone: string | null;
  /** Its currency, ISO 4217; null when HubSpot does not say. */
  currency: string | null;
}

/** A limit of the account and how much of it is used. */
export interface Room {
  limit: number;
  used: number;
}

const TYPE_IDS: Readonly<Record<ObjectType, string>> = { companies: '0-2', deals: '0-3' };

const Details = z.object({
  portalId: z.union([z.number(), z.string()]).transform(String),
  portalName: z.string().nullish(),
  accountType: z.string(),
  timeZone: z.string().nullish(),
  companyCurrency: z.string().nullish(),
});
const Limited = z.object({ objectTypeId: z.string(), limit: z.number(), usage: z.number() });
const PropertyLimits = z.object({ byObjectType: z.array(Limited) });
const PipelineLimits = z.object({ hubspotDefinedObjectTypes: z.array(Limited) });

/** @returns null when the app may not read it, or the response is not as documented */
export async function readAccount(crm: Crm): Promise<Account | null> {
  const details = await readIfAllowed(crm, `/account-info/${API_VERSION}/details`, Details);
  if (details === null) return null;
  const { portalId: id, portalName, accountType: type, timeZone, companyCurrency } = details;
  return {
    ...{ id, type, name: portalName ?? null },
    ...{ zone: timeZone ?? null, currency: companyCurrency ?? null },
  };
}

/** The limits of custom properties. @returns null when the app may not read them; a kind of record may be absent */
export async function readPropertyRoom(crm: Crm): Promise<Partial<Record<ObjectType, Room>> | null> {
  const path = `/crm/limits/${API_VERSION}/custom-properties`;
  const limits = await readIfAllowed(crm, path, PropertyLimits);
  if (limits === null) return null;
  const [companies, deals] = [roomOf('companies', limits.byObjectType), roomOf('deals', limits.byObjectType)];
  return { ...(companies && { companies }), ...(deals && { deals }) };
}

/** The limit of deal pipelines. @returns null when the app may not read it or HubSpot does not name it */
export async function readPipelineRoom(crm: Crm): Promise<Room | null> {
  const limits = await readIfAllowed(crm, `/crm/limits/${API_VERSION}/pipelines`, PipelineLimits);
  return limits === null ? null : (roomOf('deals', limits.hubspotDefinedObjectTypes) ?? null);
}

function roomOf(objectType: ObjectType, limits: readonly z.infer<typeof Limited>[]): Room | undefined {
  const found = limits.find(({ objectTypeId }) => objectTypeId === TYPE_IDS[objectType]);
  return found && { limit: found.limit, used: found.usage };
}

/** Null where the app may not read it: an unreadable limit is no reason to stop, HubSpot enforces it anyway. @throws CrmError */
export async function readIfAllowed<Output>(
  crm: Crm,
  path: string,
  schema: z.ZodType<Output>,
): Promise<Output | null> {
  try {
    return schema.safeParse(await crm.send({ method: 'GET', path })).data ?? null;
  } catch (error) {
    if (isForbidden(error) || (error instanceof CrmError && error.code === 'not-found')) return null;
    throw error;
  }
}

/** Calls that write, sent with an empty batch: HubSpot checks the scopes of a call before its body. */
const WRITES = [
  `/crm/objects/${API_VERSION}/companies/batch/update`,
  `/crm/properties/${API_VERSION}/companies/batch/create`,
  `/crm/objects/${API_VERSION}/deals/batch/update`,
  `/crm/properties/${API_VERSION}/deals/batch/create`,
];

/**
 * Finds out which scopes for writing the token lacks, without writing.
 *
 * @returns a refusal per call that lacks a scope
 * @throws CrmError when the portal cannot be reached, or does not accept the token
 */
export async function probeWriting(crm: Crm): Promise<CrmError[]> {
  const refusals: CrmError[] = [];
  for (const path of WRITES) {
    try {
      await crm.send({ method: 'POST', path, body: { inputs: [] }, repeat: 'reads' });
    } catch (error) {
      if (error instanceof CrmError && error.code === 'invalid-request') continue;
      if (!isForbidden(error)) throw error;
      refusals.push(error);
    }
  }
  return refusals;
}
