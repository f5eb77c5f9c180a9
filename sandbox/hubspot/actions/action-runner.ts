import type { App } from '../apps/app.ts';
import { type PostRules, postSigned } from '../apps/post-signed.ts';
import type { Scheduler } from '../apps/scheduler.ts';
import { signatureV2, signatureV3 } from '../apps/signature.ts';
import { notFound } from '../http/refusal.ts';
import type { Portal } from '../portal/portal.ts';
import type { ActionDefinition } from './action-definition.ts';
import { type ActionOrder, actionPayload, callbackIdOf, orderedRecord } from './action-payload.ts';
import { type Execution, expiryOf, outputsOf, takeAnswer } from './execution.ts';

const GIVE_UP_MS = 3 * 86_400_000;

export interface Actions {
  /**
   * Runs a custom action for a record, as a workflow does. Resolves after the first attempt, successful or not.
   *
   * @throws Refusal 404 for an unknown app, action or record
   */
  readonly fire: (order: ActionOrder) => Promise<Execution>;
  /** Oldest first. */
  readonly executions: () => readonly Readonly<Execution>[];
  /** Sends what is due on the account's clock. Resolves when no request is open. */
  readonly settled: () => Promise<void>;
}

export function openActions(portal: Portal, scheduler: Scheduler, rules: PostRules): Actions {
  const running = new Set<Promise<void>>();
  let last = 0;

  async function attempt(
    app: App,
    action: ActionDefinition,
    body: string,
    execution: Execution,
  ): Promise<void> {
    const timestamp = portal.now().getTime();
    const signed = { method: 'POST', url: action.actionUrl, body, timestamp };
    const outcome = await postSigned(
      action.actionUrl,
      body,
      {
        'x-hubspot-request-timestamp': String(timestamp),
        'x-hubspot-signature': signatureV2(app.clientSecret, signed),
        'x-hubspot-signature-version': 'v2',
        ...(portal.switches.actionCallsSigned === 'v2-and-v3'
          ? { 'x-hubspot-signature-v3': signatureV3(app.clientSecret, signed) }
          : {}),
      },
      rules,
    );
    execution.attempts.push({ at: timestamp, status: outcome.status, failure: outcome.failure });
    const again = takeAnswer(execution, outcome);
    if (again !== undefined) later(app, action, body, execution, again);
    else if (execution.state === 'blocked') scheduleExpiry(execution, outcome.text);
  }

  function later(app: App, action: ActionDefinition, body: string, execution: Execution, ms: number): void {
    const since = portal.now().getTime() - (execution.attempts[0]?.at ?? 0);
    if (since + ms > GIVE_UP_MS) {
      execution.state = 'failed';
      return;
    }
    execution.state = 'retrying';
    scheduler.after(ms, () => void start(app, action, body, execution));
  }

  function scheduleExpiry(execution: Execution, text: string): void {
    scheduler.after(expiryOf(outputsOf(text)['hs_expiration_duration']), () => {
      if (execution.state === 'blocked') execution.state = 'expired';
    });
  }

  function start(app: App, action: ActionDefinition, body: string, execution: Execution): Promise<void> {
    execution.state = 'sending';
    const run = attempt(app, action, body, execution).finally(() => running.delete(run));
    running.add(run);
    return run;
  }

  const idle = async () => {
    while (running.size > 0) await Promise.all(running);
  };

  return {
    fire: async (order) => {
      const app = portal.apps.byId.get(String(order.appId));
      const action = app?.actions.get(order.definitionId);
      if (app === undefined || action === undefined || action.archivedAt !== undefined)
        throw notFound('There is no such custom action.');
      const { store, record } = orderedRecord(portal, order);
      last += 1;
      const callbackId = callbackIdOf(portal, last);
      const body = JSON.stringify(actionPayload(portal, action, order, last, { store, record }));
      const execution: Execution = {
        callbackId,
        appId: app.id,
        definitionId: action.id,
        objectType: store.type.plural,
        objectId: String(record.id),
        state: 'sending',
        outputFields: {},
        attempts: [],
      };
      portal.executions.set(callbackId, execution);
      await start(app, action, body, execution);
      return execution;
    },
    executions: () => [...portal.executions.values()],
    settled: async () => {
      await idle();
      scheduler.runDue();
      await idle();
    },
  };
}
