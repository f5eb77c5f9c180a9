import {
  flagIn,
  isJsonObject,
  type JsonObject,
  requiredText,
  requireFields,
  textIn,
  wholeNumberIn,
} from '../http/json.ts';
import { invalid } from '../http/refusal.ts';
import { type Portal, typeStoreOf } from '../portal/portal.ts';
import { EVENT_TYPES, MAX_CONCURRENT, type Subscription, type WebhookSettings } from './subscription.ts';

/** @throws Refusal 400. Accepts http, since the sandbox sends to loopback */
export function parseSettings(
  body: JsonObject,
  before: WebhookSettings | undefined,
  at: number,
): WebhookSettings {
  requireFields(body, ['targetUrl']);
  const targetUrl = requiredText(body, 'targetUrl');
  if (!URL.canParse(targetUrl) || !/^https?:$/.test(new URL(targetUrl).protocol))
    throw invalid('targetUrl must be an address that begins with https.');
  const throttling = isJsonObject(body['throttling']) ? body['throttling'] : {};
  const wanted = wholeNumberIn(throttling, 'maxConcurrentRequests');
  const maxConcurrentRequests = wanted ?? before?.maxConcurrentRequests ?? MAX_CONCURRENT;
  if (maxConcurrentRequests < 1 || maxConcurrentRequests > 100)
    throw invalid('maxConcurrentRequests must be between 1 and 100.');
  return { targetUrl, maxConcurrentRequests, createdAt: before?.createdAt ?? at, updatedAt: at };
}

/** Subscriptions are created inactive. @throws Refusal 400 */
export function parseSubscription(portal: Portal, body: JsonObject, id: string, at: number): Subscription {
  requireFields(body, ['eventType']);
  const eventType = requiredText(body, 'eventType');
  if (!EVENT_TYPES.includes(eventType))
    throw invalid(`There is no event of this type: ${eventType.slice(0, 60)}`);
  const propertyName = textIn(body, 'propertyName');
  const needsProperty = eventType.endsWith('.propertyChange');
  if (needsProperty !== (propertyName !== undefined && propertyName !== ''))
    throw invalid(needsProperty ? 'propertyName is required.' : 'propertyName fits property changes only.');
  const spelling = textIn(body, 'objectTypeId');
  const isGeneric = eventType.startsWith('object.');
  if (isGeneric && spelling === undefined) throw invalid('objectTypeId is required for events of objects.');
  const objectTypeId = isGeneric ? typeStoreOf(portal, spelling ?? '').type.id : undefined;
  const active = flagIn(body, 'active') ?? false;
  return { id, eventType, objectTypeId, propertyName, active, createdAt: at, updatedAt: at };
}
