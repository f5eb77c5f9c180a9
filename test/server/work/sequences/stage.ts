import { signatureV3 } from '../../../../sandbox/hubspot/apps/signature.ts';
import type { SavedPortal } from '../../../../sandbox/hubspot/saved-portal/saved-portal.ts';
import { SHIPPED_PROFILES } from '../../../../src/icp/shipped-profiles.ts';
import { webhookSubscriptions } from '../../../../src/crm/webhook-subscriptions.ts';
import { batches } from '../../../../src/crm/client/batches.ts';
import type { Crm } from '../../../../src/crm/client/request.ts';
import { askFor } from '../../../../src/server/work/ask-for-work.ts';
import {
  type Following,
  followChanges,
  portalsWithWork,
} from '../../../../src/server/work/follow-changes.ts';
import { openTurns } from '../../../../src/server/work/work.ts';
import { type JobQueue, openJobQueues } from '../../../../src/store/job-queue.ts';
import type { InstallKey } from '../../../../src/store/installs.ts';
import type { Context } from '../../../../src/usecases/context.ts';
import { type Pipeline, installedPipeline } from '../../../usecases/deals/partner-deals.ts';
import { APP } from '../../server-in-test.ts';
import { type FollowedPortal, KEY, type Subscription, openFollowed } from '../followed-portal.ts';
import { type Mailbox, type SentEvent, openMailbox } from './mailbox.ts';

/** One portal for many sequences, with the server, what HubSpot wants to tell it, and the clock of both. */
export interface Stage {
  followed: FollowedPortal;
  mailbox: Mailbox;
  /** The turns that were asked for. */
  queue: JobQueue<InstallKey>;
  pipeline: Pipeline;
  /** Milliseconds since 1970. */
  now: () => number;
  setNow: (ms: number) => void;
  /** The portal without any company, as each sequence finds it. */
  empty: SavedPortal;
  /** The first moment of a sequence: the morning of a day. */
  morning: number;
  close: () => Promise<void>;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export async function openStage(): Promise<Stage> {
  let nowMs = Date.now();
  const now = () => nowMs;
  const mailbox = await openMailbox();
  const followed = await openFollowed(
    [],
    // an app that writes what is there already would show in every history
    { now: () => new Date(nowMs), switches: { unchangedWriteAddsHistory: true } },
    { now, hearer: mailbox.url, subscriptions: SUBSCRIPTIONS },
  );
  const pipeline = await installedPipeline(followed.portal);
  const queues = await openJobQueues(followed.server.store, (error) => {
    throw error;
  });
  return {
    ...{ followed, mailbox, pipeline, now, setNow: (ms) => void (nowMs = ms) },
    queue: await openTurns(queues),
    empty: followed.portal.sandbox.portal.dump(),
    morning: (Math.floor(nowMs / DAY_MS) + 1) * DAY_MS + 6 * HOUR_MS,
    close: async () => {
      await queues.close();
      await followed.close();
      await mailbox.close();
    },
  };
}

/** Those of the app, as its project has them. */
const SUBSCRIPTIONS: readonly Subscription[] = webhookSubscriptions(SHIPPED_PROFILES).map(
  ({ subscriptionType, objectType, propertyName }) => ({
    ...{ eventType: subscriptionType, objectTypeId: objectType === 'company' ? '0-2' : '0-3', active: true },
    ...(propertyName !== undefined && { propertyName }),
  }),
);

/** The context of the server for the portal, over another way into it. */
export function contextOver({ followed }: Stage, crm: Crm): Context {
  return { ...followed.following.portals.contextOf(KEY, null), crm };
}

/** As a process works: looks for portals with work, asks for their turns, takes one, and asks for the next. */
export async function work({ followed, queue }: Stage, crm: Crm = followed.portal.app): Promise<boolean> {
  const { following } = followed;
  const { portals } = following;
  const parts: Following = {
    ...following,
    portals: { contextOf: (key, person) => ({ ...portals.contextOf(key, person), crm }) },
  };
  for (const key of await portalsWithWork(following)) await askFor(queue, key);
  const job = await queue.take();
  if (job === null) return false;
  const again = await followChanges(parts, job.data, new AbortController().signal);
  if (again !== null) await askFor(queue, job.data, again);
  await queue.done(job);
  return true;
}

/** Turns until nobody has asked for one. @throws where that takes more turns than there is work for */
export async function workThrough(stage: Stage): Promise<void> {
  for (let turns = 0; await work(stage); turns += 1)
    if (turns > 100) throw new Error('the work comes to no end');
}

/** Until HubSpot has sent what happened, to the mailbox. */
export async function heard({ followed, mailbox }: Stage): Promise<SentEvent[]> {
  await followed.portal.sandbox.webhooks.delivered();
  return mailbox.waiting;
}

/** Delivers events to the server, as HubSpot does. */
export async function deliver({ followed, now }: Stage, events: readonly SentEvent[]): Promise<void> {
  const { address } = followed.server;
  for (const some of batches(events, 100)) {
    const [body, timestamp] = [JSON.stringify(some), now()];
    const signed = { method: 'POST', url: `${address}/webhooks`, body, timestamp };
    const response = await fetch(signed.url, {
      ...{ method: 'POST', body },
      headers: {
        'x-hubspot-signature-v3': signatureV3(APP.clientSecret, signed),
        'x-hubspot-request-timestamp': String(timestamp),
      },
    });
    if (response.status !== 204) throw new Error(`events were answered ${response.status}`);
  }
}

/** A change that the app made itself. */
export function isOwn({ changeSource, sourceId }: SentEvent): boolean {
  return changeSource === 'INTEGRATION' && sourceId === String(APP.appId);
}
