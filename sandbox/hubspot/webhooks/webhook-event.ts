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
  restore: 'restore',
  merge: 'merge',
  association: 'associationChange',
};
/** Both ends of an association that subscriptions of the older form report. */
const OLDER = new Set(['contacts', 'companies', 'deals']);
const CHANGE_FLAG: Readonly<Record<string, string>> = {
  creation: 'CREATED',
  archival: 'DELETED',
  restore: 'RESTORED',
};

/** Whether the subscription covers the event. */
export function isSubscribed(subscription: Subscription, type: ObjectType, event: CrmEvent): boolean {
  const verb = VERB_OF[event.kind];
  if (!subscription.active || verb === undefined) return false;
  if (
    event.kind === 'association' &&
    subscription.objectTypeId === undefined &&
    !OLDER.has(event.toObjectType)
  )
    return false;
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
  types: readonly ObjectType[],
): WebhookEvent {
  return {
    eventId,
    subscriptionId: Number(subscription.id),
    portalId,
    appId: app.id,
    occurredAt: event.occurredAt,
    subscriptionType: subscription.eventType,
    ...whatHappened(event, types),
    changeSource: event.source.sourceType,
    sourceId: event.source.sourceId,
    ...(subscription.objectTypeId === undefined
      ? {}
      : event.kind === 'association'
        ? endsOf(event, types)
        : { objectTypeId: subscription.objectTypeId, isSensitive: false }),
  };
}

function whatHappened(event: CrmEvent, types: readonly ObjectType[]): Readonly<Record<string, unknown>> {
  const objectId = Number(event.objectId);
  if (event.kind === 'propertyChange')
    return { objectId, propertyName: event.propertyName, propertyValue: event.value };
  if (event.kind === 'merge') {
    return {
      objectId,
      primaryObjectId: Number(event.primaryId),
      mergedObjectIds: event.mergedIds.map(Number),
      newObjectId: objectId,
    };
  }
  if (event.kind === 'association') {
    const [near, far] = typesOf(event, types).map((type) => type?.singular.toUpperCase() ?? '');
    return {
      associationType: `${near ?? ''}_TO_${far ?? ''}`,
      fromObjectId: objectId,
      toObjectId: Number(event.toObjectId),
      associationRemoved: event.isRemoved,
      isPrimaryAssociation: event.isPrimary,
    };
  }
  return { objectId, changeFlag: CHANGE_FLAG[event.kind] };
}

type AssociationEvent = Extract<CrmEvent, { kind: 'association' }>;

function typesOf({ objectType, toObjectType }: AssociationEvent, types: readonly ObjectType[]) {
  return [objectType, toObjectType].map((plural) => types.find((type) => type.plural === plural));
}

/** In the newer form an association names the object types of both ends. */
function endsOf(event: AssociationEvent, types: readonly ObjectType[]): Readonly<Record<string, unknown>> {
  const [near, far] = typesOf(event, types);
  return { fromObjectTypeId: near?.id, toObjectTypeId: far?.id };
}
