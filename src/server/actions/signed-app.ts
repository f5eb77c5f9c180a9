import type { Request } from 'express';

import type { HubSpotApp } from '../../config/server-settings.ts';
import { checkSignature, checkSignatureV2 } from '../signature.ts';
import { signerOf } from '../signer-of.ts';

/** The headers of a call of an action that could be signed. Asked before the body is read. */
export function hasActionSignature(request: Request): boolean {
  return [V3, V2].some((name) => request.get(name) !== undefined);
}

const V3 = 'x-hubspot-signature-v3';
const V2 = 'x-hubspot-signature';

/**
 * The app whose secret has signed a call of a workflow action. The call does not name the app: each is tried.
 *
 * HubSpot documents version 2 for these calls. Version 3 is judged wherever it is present, so that nobody gets around its
 * time by adding version 2.
 */
export function signedApp(
  apps: readonly HubSpotApp[],
  publicUrl: string,
  request: Request,
  body: Buffer,
  now: number,
): HubSpotApp | 'wrong' | 'stale' {
  const signed = { method: request.method, target: request.originalUrl, body };
  const [third, second] = [request.get(V3), request.get(V2)];
  const timestamp = request.get('x-hubspot-request-timestamp');
  const version = request.get('x-hubspot-signature-version') ?? 'v2';
  if (third === undefined && version !== 'v2') return 'wrong';
  return signerOf(apps, ({ clientSecret }) =>
    third === undefined
      ? checkSignatureV2(clientSecret, publicUrl, { ...signed, signature: second })
      : checkSignature(clientSecret, publicUrl, { ...signed, signature: third, timestamp }, now),
  );
}
