import { actionBodies } from '../../../sandbox/build/workflow-actions.ts';
import type { AppOptions } from '../../../sandbox/hubspot/apps/integrations.ts';
import { installsIn } from '../../../src/store/installs.ts';
import { portalJobsIn } from '../../../src/store/portal-jobs.ts';
import { openCipher } from '../../../src/store/token-cipher.ts';
import { portalHome } from '../../../src/server/portal-home.ts';
import { WEBHOOKS_PATH } from '../../../src/server/webhooks-door.ts';
import { type Following, followChanges, followingOver } from '../../../src/server/work/follow-changes.ts';
import { openLog } from '../../../src/server/log.ts';
import type { Portals } from '../../../src/server/portals.ts';
import { keepPolicy } from '../../../src/usecases/policy/known-policy.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { freePort } from '../../soak/temporary-postgres.ts';
import { skippingClock } from '../../skipping-clock.ts';
import { OPTIONAL_SCOPES, SCOPES } from '../oauth/scopes-of-app.ts';
import {
  APP,
  REGISTERED,
  type ServerInTest,
  propertiesInstalled,
  serverInTest,
  skippingPauses,
} from '../server-in-test.ts';

const PORTAL_ID = 62_515;
export const KEY = { appId: APP.appId, portalId: PORTAL_ID };

/** A portal whose changes HubSpot tells a server. */
export interface FollowedPortal {
  portal: Portal;
  server: ServerInTest;
  following: Following;
  /** What the turns did, in their order. */
  turns: { companies: number; deals: number; repaired: number }[];
  /** The codes of pages of jobs that failed. */
  failures: string[];
  /** As turns see the portal: its home is in the server's tables. */
  context: Context;
  /** One turn of the portal. @returns after how many seconds it wants the next one */
  turn: (parts?: Following) => Promise<number | null>;
  /** Until every event is delivered. */
  told: () => Promise<void>;
  /** Turns of the portal, until nothing waits. @returns the last answer */
  settle: () => Promise<number | null>;
  close: () => Promise<void>;
}

/** A subscription of the app, as the sandbox takes it. */
export type Subscription = Readonly<Record<string, string | boolean>>;

interface FollowedOptions {
  works?: 'here' | 'nowhere';
  now?: () => number;
  /** Where HubSpot tells events, in place of the server. */
  hearer?: string;
  /** In place of the few that most tests need. */
  subscriptions?: readonly Subscription[];
}

const company = (name: string) => ({
  ...{ eventType: 'object.propertyChange', objectTypeId: '0-2', propertyName: name, active: true },
});
const of = (kind: string, objectTypeId = '0-2') => ({
  eventType: `object.${kind}`,
  objectTypeId,
  active: true,
});

/** @param properties whose changes are told */
export async function openFollowed(
  properties: readonly string[],
  options: Parameters<typeof openPortal>[0] = {},
  { works = 'nowhere', now = Date.now, hearer, subscriptions }: FollowedOptions = {},
): Promise<FollowedPortal> {
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const app: AppOptions = {
    ...REGISTERED,
    redirectUrls: [`${publicUrl}/oauth/callback`],
    requiredScopes: SCOPES,
    optionalScopes: OPTIONAL_SCOPES,
    actions: actionBodies(publicUrl),
    webhooks: {
      targetUrl: hearer ?? `${publicUrl}${WEBHOOKS_PATH}`,
      subscriptions: subscriptions ?? [
        ...properties.map(company),
        ...['creation', 'deletion', 'merge', 'restore'].map((kind) => of(kind)),
        ...['creation', 'associationChange'].map((kind) => of(kind, '0-3')),
      ],
    },
  };
  const clock = skippingClock();
  const portal = await openPortal({
    ...{ edition: 'oauth', account: { portalId: PORTAL_ID }, apps: [app], ...options },
    owners: [{ id: '1', userId: 7, email: 'ada@example.com', firstName: 'Ada', lastName: 'Berg' }],
  });
  const pauses = works === 'here' ? {} : skippingPauses(clock);
  const server = await serverInTest({
    ...{
      hubspotUrl: portal.sandbox.baseUrl,
      scopes: SCOPES,
      optionalScopes: OPTIONAL_SCOPES,
      publicUrl,
      works,
      now,
      ...pauses,
    },
  });
  await server.connect(7);
  const { database } = server.store;
  await propertiesInstalled(database);
  const turns: FollowedPortal['turns'] = [];
  const failures: string[] = [];
  const context: Context = {
    ...{ ...portal.context, edition: 'oauth' },
    ...{ home: portalHome(database, PORTAL_ID), policy: keepPolicy() },
  };
  const contextOf: Portals['contextOf'] = (_key, person) => ({
    ...{ ...context, person, now: () => new Date(now()) },
    publishes: person === null ? 'always' : 'by-person',
  });
  const following: Following = {
    ...followingOver(
      database,
      {
        jobs: portalJobsIn(database, now),
        installs: installsIn(database, openCipher(server.settings.tokenKeys)),
        portals: { contextOf },
      },
      openLog('silent'),
      now,
    ),
    onFailure: (_key, code) => failures.push(code),
    onTurn: (done) => turns.push(done),
  };
  const turn = (parts = following) => followChanges(parts, KEY, new AbortController().signal);
  return {
    ...{ portal, server, following, turns, failures, context, turn },
    told: () => portal.sandbox.webhooks.delivered(),
    settle: async () => {
      await portal.sandbox.webhooks.delivered();
      let again = await turn();
      while (again === 0) again = await turn();
      return again;
    },
    close: async () => {
      await server.close();
      await portal.close();
    },
  };
}
