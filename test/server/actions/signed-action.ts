import { signatureV2, signatureV3 } from '../../../sandbox/hubspot/apps/signature.ts';
import { type RawRequest, type RawResponse, sendRaw } from '../signed-request.ts';
import { APP, type ServerInTest } from '../server-in-test.ts';
import { PORTAL } from './actions-in-test.ts';

export const EXPLAIN = '/api/workflow-actions/explain-lane';

/** A body as HubSpot sends it. */
export function actionBody(companyId: string, more: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    callbackId: `ap-${PORTAL}-1-1-0`,
    origin: { portalId: PORTAL, actionDefinitionId: 1, actionDefinitionVersion: 1 },
    context: { source: 'WORKFLOWS', workflowId: 1 },
    object: { objectId: Number(companyId), objectType: 'COMPANY', properties: {} },
    inputFields: {},
    ...more,
  });
}

/** What is signed, where it is not what is sent. */
interface Signing {
  secret?: string;
  method?: string;
  url?: string;
  body?: string;
  timestamp?: number;
}

/** A call signed in version 2, as HubSpot documents it for workflow actions. */
export function signedV2(
  { settings }: ServerInTest,
  target: string,
  body: string,
  { secret = APP.clientSecret, timestamp = Date.now(), ...signing }: Signing = {},
): RawRequest {
  const url = `${settings.publicUrl}${target}`;
  const signature = signatureV2(secret, { method: 'POST', url, body, timestamp, ...signing });
  return {
    ...{ method: 'POST', target, body: Buffer.from(body), signature: '', timestamp: '' },
    headers: { 'x-hubspot-signature': signature, 'x-hubspot-signature-version': 'v2' },
  };
}

/** A call signed in version 3. */
export function signedV3(
  { settings }: ServerInTest,
  target: string,
  body: string,
  { secret = APP.clientSecret, timestamp = Date.now(), ...signing }: Signing = {},
): RawRequest {
  const url = `${settings.publicUrl}${target}`;
  const signature = signatureV3(secret, { method: 'POST', url, body, timestamp, ...signing });
  return {
    ...{ method: 'POST', target, body: Buffer.from(body), signature, timestamp: String(timestamp) },
    headers: {},
  };
}

export function send({ address }: ServerInTest, request: RawRequest): Promise<RawResponse> {
  return sendRaw(address, request);
}
