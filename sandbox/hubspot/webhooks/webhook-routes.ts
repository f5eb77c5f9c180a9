import { appOf } from '../apps/app.ts';
import { batchAnswer, inputsOf } from '../http/batch.ts';
import { type Answer, type Call, NO_CONTENT, param } from '../http/call.ts';
import { flagIn, requiredText } from '../http/json.ts';
import { type ErrorBody, notFound, Refusal } from '../http/refusal.ts';
import type { Portal } from '../portal/portal.ts';
import { parseSettings, parseSubscription } from './parse-webhooks.ts';
import { describeSettings, describeSubscription, type Subscription } from './subscription.ts';

const timeOf = (portal: Portal) => portal.now().getTime();

export function getWebhookSettings(portal: Portal, call: Call): Answer {
  const { webhooks } = appOf(portal, call);
  if (webhooks === undefined) throw notFound('The app has no webhook settings.');
  return { status: 200, body: describeSettings(webhooks) };
}

export function putWebhookSettings(portal: Portal, call: Call): Answer {
  const app = appOf(portal, call);
  app.webhooks = parseSettings(call.body, app.webhooks, timeOf(portal));
  return { status: 200, body: describeSettings(app.webhooks) };
}

/** Keeps the subscriptions, which are inactive until there are settings again. */
export function deleteWebhookSettings(portal: Portal, call: Call): Answer {
  appOf(portal, call).webhooks = undefined;
  return NO_CONTENT;
}

export function listSubscriptions(portal: Portal, call: Call): Answer {
  const results = [...appOf(portal, call).subscriptions.values()].map(describeSubscription);
  return { status: 200, body: { results } };
}

export function createSubscription(portal: Portal, call: Call): Answer {
  const app = appOf(portal, call);
  const subscription = parseSubscription(portal, call.body, String(portal.apps.nextId), timeOf(portal));
  const isThere = [...app.subscriptions.values()].some(
    ({ eventType, objectTypeId, propertyName }) =>
      eventType === subscription.eventType &&
      objectTypeId === subscription.objectTypeId &&
      propertyName === subscription.propertyName,
  );
  if (isThere) throw new Refusal(409, { message: 'The app has this subscription.', category: 'CONFLICT' });
  portal.apps.nextId += 1;
  app.subscriptions.set(subscription.id, subscription);
  return { status: 201, body: describeSubscription(subscription) };
}

function subscriptionOf(portal: Portal, call: Call): Subscription {
  const found = appOf(portal, call).subscriptions.get(param(call, 'subscriptionId'));
  if (found === undefined) throw notFound('There is no such subscription.');
  return found;
}

export function getSubscription(portal: Portal, call: Call): Answer {
  return { status: 200, body: describeSubscription(subscriptionOf(portal, call)) };
}

export function updateSubscription(portal: Portal, call: Call): Answer {
  const before = subscriptionOf(portal, call);
  const active = flagIn(call.body, 'active') ?? before.active;
  const after = { ...before, active, updatedAt: timeOf(portal) };
  appOf(portal, call).subscriptions.set(after.id, after);
  return { status: 200, body: describeSubscription(after) };
}

export function deleteSubscription(portal: Portal, call: Call): Answer {
  appOf(portal, call).subscriptions.delete(subscriptionOf(portal, call).id);
  return NO_CONTENT;
}

/** Activates or deactivates several subscriptions. */
export function updateSubscriptions(portal: Portal, call: Call): Answer {
  const { subscriptions } = appOf(portal, call);
  const results: unknown[] = [];
  const errors: ErrorBody[] = [];
  for (const input of inputsOf(call.body)) {
    const id = requiredText(input, 'id');
    const before = subscriptions.get(id);
    if (before === undefined) {
      errors.push({
        category: 'OBJECT_NOT_FOUND',
        message: 'There is no such subscription.',
        context: { ids: [id] },
      });
      continue;
    }
    const after = { ...before, active: flagIn(input, 'active') ?? before.active, updatedAt: timeOf(portal) };
    subscriptions.set(id, after);
    results.push(describeSubscription(after));
  }
  return batchAnswer(portal, call, 200, results, errors);
}
