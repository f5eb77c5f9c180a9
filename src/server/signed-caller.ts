import type { Request } from 'express';

import type { HubSpotApp } from '../config/server-settings.ts';
import type { InstallKey } from '../store/installs.ts';
import { checkSignature } from './signature.ts';

/** Who calls, from the query that HubSpot adds to a card's call and signs. */
export interface Caller {
  key: InstallKey;
  /** Empty where HubSpot named nobody, as the address. */
  userId: string;
  email: string;
}

/** Why a call is not taken for HubSpot's. `incomplete`: signed, but it does not say once who calls from where. */
export type Unsigned = 'wrong' | 'stale' | 'incomplete';

/** The headers of a request that could be signed. Asked before the body is read. */
export function hasSignature(request: Request): boolean {
  return ['x-hubspot-signature-v3', 'x-hubspot-request-timestamp'].every((name) => request.get(name));
}

/**
 * Checks that HubSpot has signed a request, by the secret of the app that it names.
 *
 * A card's code may write a query of its own, to which HubSpot appends: a name that stands there twice was forged.
 */
export function signedCaller(
  apps: readonly HubSpotApp[],
  publicUrl: string,
  request: Request,
  body: Buffer,
  now: number,
): Caller | Unsigned {
  const target = request.originalUrl;
  const at = target.indexOf('?');
  const query = new URLSearchParams(at === -1 ? '' : target.slice(at + 1));
  const one = (name: string): string | null => {
    const [value = '', ...more] = query.getAll(name);
    return query.has(name) && more.length === 0 ? value : null;
  };
  const appId = one('appId');
  const app = apps.find((each) => String(each.appId) === appId);
  if (app === undefined) return 'wrong';
  const signature = request.get('x-hubspot-signature-v3');
  const timestamp = request.get('x-hubspot-request-timestamp');
  const signed = { method: request.method, target, body, signature, timestamp };
  const checked = checkSignature(app.clientSecret, publicUrl, signed, now);
  if (checked !== 'valid') return checked;
  const [portalId, userId, email] = [one('portalId'), one('userId'), one('userEmail')];
  if (portalId === null || userId === null || email === null) return 'incomplete';
  if (!/^[1-9]\d{0,14}$/.test(portalId) || !/^(?:[1-9]\d{0,14})?$/.test(userId)) return 'incomplete';
  return { key: { appId: app.appId, portalId: Number(portalId) }, userId, email };
}
