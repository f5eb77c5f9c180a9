import { isoOf } from '../http/instant.ts';

/** Where and how the events of an app are sent. */
export interface WebhookSettings {
  readonly targetUrl: string;
  readonly maxConcurrentRequests: number;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface Subscription {
  readonly id: string;
  /** `object.propertyChange` with an object type, or `company.propertyChange` as before. */
  readonly eventType: string;
  readonly objectTypeId: string | undefined;
  readonly propertyName: string | undefined;
  readonly active: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export const MAX_CONCURRENT = 10;

const SUBJECTS = ['object', 'contact', 'company', 'deal', 'ticket', 'product', 'line_item'];
const VERBS = ['propertyChange', 'creation', 'deletion', 'merge', 'restore', 'associationChange'];

/** Event types. Those of conversations and privacy are not supported. */
export const EVENT_TYPES: readonly string[] = SUBJECTS.flatMap((subject) =>
  VERBS.map((verb) => `${subject}.${verb}`),
);

/** The response, as the official client types it. */
export function describeSubscription(subscription: Subscription): Readonly<Record<string, unknown>> {
  const { objectTypeId, propertyName, createdAt, updatedAt, ...rest } = subscription;
  return {
    ...rest,
    ...(objectTypeId === undefined ? {} : { objectTypeId }),
    ...(propertyName === undefined ? {} : { propertyName }),
    createdAt: isoOf(createdAt),
    updatedAt: isoOf(updatedAt),
  };
}

export function describeSettings(settings: WebhookSettings): Readonly<Record<string, unknown>> {
  const { targetUrl, maxConcurrentRequests, createdAt, updatedAt } = settings;
  return {
    targetUrl,
    throttling: { maxConcurrentRequests },
    createdAt: isoOf(createdAt),
    updatedAt: isoOf(updatedAt),
  };
}
