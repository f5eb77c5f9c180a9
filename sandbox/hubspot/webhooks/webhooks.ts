import type { App } from '../apps/app.ts';
import type { PostRules } from '../apps/post-signed.ts';
import type { Scheduler } from '../apps/scheduler.ts';
import type { CrmEvent, CrmEvents } from '../portal/events.ts';
import type { Portal } from '../portal/portal.ts';
import { type DeliveryAttempt, openCourier } from './delivery.ts';
import { type Mischief, openMischief } from './delivery-chaos.ts';
import { isSubscribed, type WebhookEvent, webhookEvent } from './webhook-event.ts';

/** What an account tells the apps that subscribed to it. */
export interface Webhooks {
  /** Every request so far, oldest first. */
  readonly attempts: () => readonly DeliveryAttempt[];
  readonly setMischief: (mischief: Mischief) => void;
  readonly mischief: () => Mischief;
  /** Sends retries that are due on the account's clock, and resolves when nothing is under way. */
  readonly delivered: () => Promise<void>;
  readonly close: () => void;
}

export function openWebhooks(
  portal: Portal,
  events: CrmEvents,
  scheduler: Scheduler,
  rules: PostRules,
): Webhooks {
  const courier = openCourier(portal.now, scheduler, rules);
  const mischief = openMischief();
  const gathered = new Map<App, WebhookEvent[]>();
  let lastId = 0;
  let turn: Promise<void> = Promise.resolve();

  // A record's next write is at least a millisecond later: what has the time of its creation belongs to it.
  let created = { objectId: '', occurredAt: 0 };
  const isOfCreate = ({ kind, objectId, occurredAt }: CrmEvent) =>
    kind === 'propertyChange' && objectId === created.objectId && occurredAt === created.occurredAt;

  const hear = (event: CrmEvent) => {
    if (event.kind === 'creation') created = event;
    if (!portal.switches.createdValuesAreTold && isOfCreate(event)) return;
    const store = portal.types.find(({ type }) => type.plural === event.objectType);
    if (store === undefined) return;
    for (const app of portal.apps.byId.values()) {
      if (app.webhooks === undefined) continue;
      for (const subscription of app.subscriptions.values()) {
        if (!isSubscribed(subscription, store.type, event)) continue;
        lastId += 1;
        const { portalId } = portal.account;
        const id = mischief.eventId(lastId);
        gather(app, webhookEvent(portalId, app, subscription, event, id));
      }
    }
  };
  // Nobody listens where nobody can subscribe: an account without apps spends nothing on events.
  const end = portal.apps.byId.size === 0 ? () => undefined : events.subscribe(hear);

  /** What happens within one turn of the event loop is sent together. */
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
    const again = waiting.filter(() => mischief.isDuplicated());
    courier.send(app, mischief.inOrder(waiting));
    if (again.length > 0) courier.send(app, again);
  }

  return {
    attempts: courier.attempts,
    setMischief: mischief.set,
    mischief: mischief.settings,
    delivered: async () => {
      await events.delivered();
      await turn;
      await courier.idle();
      scheduler.runDue();
      await courier.idle();
    },
    close: end,
  };
}
