import type { App } from '../apps/app.ts';
import { type PostRules, postSigned } from '../apps/post-signed.ts';
import type { Scheduler } from '../apps/scheduler.ts';
import { signatureV1, signatureV3 } from '../apps/signature.ts';
import type { WebhookEvent } from './webhook-event.ts';

const BATCH_SIZE = 100;
const MAX_RETRIES = 10;
const DAY_MS = 86_400_000;

/** One request to an app. */
export interface DeliveryAttempt {
  /** Milliseconds since 1970, on the account's clock. */
  readonly at: number;
  readonly appId: number;
  readonly url: string;
  readonly eventIds: readonly number[];
  readonly attemptNumber: number;
  /** 0 without an answer. */
  readonly status: number;
  readonly failure: string | undefined;
}

/** Delays double and add up to 24 hours. @param retry 1 to 10 @returns milliseconds */
export function retryDelay(retry: number): number {
  return Math.floor((DAY_MS * 2 ** (retry - 1)) / (2 ** MAX_RETRIES - 1));
}

interface Batch {
  readonly app: App;
  readonly events: readonly WebhookEvent[];
  readonly attempt: number;
}

export interface DeliveryQueue {
  /** Sends events as batches of at most 100, a limited number at a time per app. */
  readonly send: (app: App, events: readonly WebhookEvent[], attempt?: number) => void;
  readonly attempts: () => readonly DeliveryAttempt[];
  /** Resolves when no request is open or queued; retries to come do not count. */
  readonly idle: () => Promise<void>;
}

/** Keeps the newest attempts. */
const MAX_ATTEMPTS = 10_000;

export function openDeliveryQueue(now: () => Date, scheduler: Scheduler, rules: PostRules): DeliveryQueue {
  const queues = new Map<App, Batch[]>();
  const underWay = new Map<App, number>();
  const attempts: DeliveryAttempt[] = [];
  const running = new Set<Promise<void>>();

  function send(app: App, events: readonly WebhookEvent[], attempt = 0): void {
    const queue = queues.get(app) ?? [];
    queues.set(app, queue);
    for (let start = 0; start < events.length; start += BATCH_SIZE)
      queue.push({ app, events: events.slice(start, start + BATCH_SIZE), attempt });
    work(app);
  }

  function work(app: App): void {
    const queue = queues.get(app) ?? [];
    const room = (app.webhooks?.maxConcurrentRequests ?? 0) - (underWay.get(app) ?? 0);
    for (const batch of queue.splice(0, Math.max(0, room))) {
      underWay.set(app, (underWay.get(app) ?? 0) + 1);
      const run = deliver(batch).finally(() => {
        underWay.set(app, (underWay.get(app) ?? 1) - 1);
        running.delete(run);
        work(app);
      });
      running.add(run);
    }
  }

  async function deliver({ app, events, attempt }: Batch): Promise<void> {
    const url = app.webhooks?.targetUrl;
    if (url === undefined) return;
    const timestamp = now().getTime();
    const body = JSON.stringify(events.map((event) => ({ ...event, attemptNumber: attempt })));
    const signed = { method: 'POST', url, body, timestamp };
    const { status, failure } = await postSigned(
      url,
      body,
      {
        'x-hubspot-request-timestamp': String(timestamp),
        'x-hubspot-signature-v3': signatureV3(app.clientSecret, signed),
        'x-hubspot-signature': signatureV1(app.clientSecret, signed),
        'x-hubspot-signature-version': 'v1',
      },
      rules,
    );
    const eventIds = events.map(({ eventId }) => eventId);
    attempts.push({ at: timestamp, appId: app.id, url, eventIds, attemptNumber: attempt, status, failure });
    if (attempts.length > MAX_ATTEMPTS) attempts.splice(0, attempts.length - MAX_ATTEMPTS);
    if (status >= 200 && status < 300) return;
    if (attempt < MAX_RETRIES) scheduler.after(retryDelay(attempt + 1), () => send(app, events, attempt + 1));
  }

  return {
    send,
    attempts: () => [...attempts],
    idle: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
