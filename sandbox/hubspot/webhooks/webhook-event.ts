import type { App } from '../apps/app.ts';
import type { ObjectType } from '../objects/object-type.ts';
import type { CrmEvent } from '../portal/events.ts';
import type { Subscription } from './subscription.ts';

/** One event as sent, with HubSpot's field names and types. */
export type WebhookEvent = Readonly<Record<string, unknown>> & {
  readonly eventId: number;
  readonly subscriptionId: number;
  readonly occurredAt: number;
};

const VERB_OF: Readonly<Record<string, string>> = {
  propertyChange: 'propertyChange',
  creation: 'creation',
  archival: 'deletion',
  merge: 'merge',
};
const CHANGE_FLAG: Readonly<Record<string, string>> = { creation: 'CREATED', archival: 'DELETED' };

/** Whether the subscription covers the event. */
export function isSubscribed(subscription: Subscription, type: ObjectType, event: CrmEvent): boolean {
  const verb = VERB_OF[event.kind];
  if (!subscription.active || verb === undefined) return false;
  const subject = subscription.objectTypeId === undefined ? type.singular : 'object';
  if (subscription.eventType !== `${subject}.${verb}`) return false;
  if (subscription.objectTypeId !== undefined && subscription.objectTypeId !== type.id) return false;
  return event.kind !== 'propertyChange' || event.propertyName === subscription.propertyName;
}

/** The event without `attemptNumber`, which each attempt adds. */
export function webhookEvent(
  portalId: number,
  app: App,
  subscription: Subscription,
  event: CrmEvent,
  eventId: number,
): WebhookEvent {
  return {
    eventId,
    subscriptionId: Number(subscription.id),
    portalId,
    appId: app.id,
    occurredAt: event.occurredAt,
    subscriptionType: subscription.eventType,
    objectId: Number(event.objectId),
    ...whatHappened(event),
    changeSource: event.source.sourceType,
    sourceId: event.source.sourceId,
    ...(subscription.objectTypeId === undefined
      ? {}
      : { objectTypeId: subscription.objectTypeId, isSensitive: false }),
  };
}

function whatHappened(event: CrmEvent): Readonly<Record<string, unknown>> {
  if (event.kind === 'propertyChange')
    return { propertyName: event.propertyName, propertyValue: event.value };
  if (event.kind === 'merge') {
    return {
      primaryObjectId: Number(event.primaryId),
      mergedObjectIds: event.mergedIds.map(Number),
      newObjectId: Number(event.objectId),
    };
  }
  return { changeFlag: CHANGE_FLAG[event.kind] };
}
