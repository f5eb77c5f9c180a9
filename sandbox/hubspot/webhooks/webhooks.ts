import type { App } from '../apps/app.ts';
import type { PostRules } from '../apps/post-signed.ts';
import type { Scheduler } from '../apps/scheduler.ts';
import { isConnected } from '../oauth/oauth-store.ts';
import type { CrmEvent, CrmEvents } from '../portal/events.ts';
import type { Portal } from '../portal/portal.ts';
import { type DeliveryChaos, openChaos } from './delivery-chaos.ts';
import { type DeliveryAttempt, openDeliveryQueue } from './delivery.ts';
import { isSubscribed, type WebhookEvent, webhookEvent } from './webhook-event.ts';

/** Webhook deliveries to subscribed apps. */
export interface Webhooks {
  /** Every request so far, oldest first. */
  readonly attempts: () => readonly DeliveryAttempt[];
  readonly setChaos: (chaos: DeliveryChaos) => void;
  readonly chaos: () => DeliveryChaos;
  /** Sends retries that are due on the account's clock. Resolves when no request is open. */
  readonly delivered: () => Promise<void>;
  readonly close: () => void;
}

export function openWebhooks(
  portal: Portal,
  events: CrmEvents,
  scheduler: Scheduler,
  rules: PostRules,
): Webhooks {
  const deliveries = openDeliveryQueue(portal.now, scheduler, rules);
  const chaos = openChaos();
  const gathered = new Map<App, WebhookEvent[]>();
  let lastId = 0;
  let turn: Promise<void> = Promise.resolve();

  // A record's next write is at least a millisecond later, so a change at the time of creation belongs to the create.
  let created = { objectId: '', occurredAt: 0 };
  const isOfCreate = ({ kind, objectId, occurredAt }: CrmEvent) =>
    kind === 'propertyChange' && objectId === created.objectId && occurredAt === created.occurredAt;

  const onEvent = (event: CrmEvent) => {
    if (event.kind === 'creation') created = event;
    if (!portal.switches.createdValuesAreTold && isOfCreate(event)) return;
    const store = portal.types.find(({ type }) => type.plural === event.objectType);
    if (store === undefined) return;
    for (const app of portal.apps.byId.values()) {
      if (app.webhooks === undefined) continue;
      if (app.isToldWhileConnected && !isConnected(portal.oauth, app.id)) continue;
      for (const subscription of app.subscriptions.values()) {
        if (!isSubscribed(subscription, store.type, event)) continue;
        lastId += 1;
        const { portalId } = portal.account;
        const id = chaos.eventId(lastId);
        const types = portal.types.map(({ type }) => type);
        gather(app, webhookEvent(portalId, app, subscription, event, id, types));
      }
    }
  };
  // Without apps there are no subscriptions, and no need to listen.
  const end = portal.apps.byId.size === 0 ? () => undefined : events.subscribe(onEvent);

  /** Batches the events of one turn of the event loop. */
  function gather(app: App, event: WebhookEvent): void {
    const waiting = gathered.get(app) ?? [];
    waiting.push(event);
    gathered.set(app, waiting);
    if (waiting.length > 1) return;
    turn = turn.then(
      () =>
        new Promise((resolve) => {
          setImmediate(() => {
            gathered.delete(app);
            post(app, waiting);
            resolve();
          });
        }),
    );
  }

  function post(app: App, waiting: readonly WebhookEvent[]): void {
    const again = waiting.filter(() => chaos.isDuplicated());
    deliveries.send(app, chaos.inOrder(waiting));
    if (again.length > 0) deliveries.send(app, again);
  }

  return {
    attempts: deliveries.attempts,
    setChaos: chaos.set,
    chaos: chaos.settings,
    delivered: async () => {
      await events.delivered();
      await turn;
      await deliveries.idle();
      scheduler.runDue();
      await deliveries.idle();
    },
    close: end,
  };
}
