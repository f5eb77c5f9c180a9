import { randomBytes } from 'node:crypto';
import { type AccountSettings, DEFAULT_ACCOUNT } from '../account/account.ts';
import { type Actions, openActions } from '../actions/action-runner.ts';
import { parseDefinition } from '../actions/parse-definition.ts';
import type { JsonObject } from '../http/json.ts';
import { openRateLimiter } from '../limits/rate-limiter.ts';
import { type Rates, ratesOf } from '../limits/rates.ts';
import { createOAuthStore } from '../oauth/oauth-store.ts';
import type { Actor } from '../portal/actor.ts';
import type { CrmEvents } from '../portal/events.ts';
import type { Portal, PortalSettings } from '../portal/portal.ts';
import { parseSettings, parseSubscription } from '../webhooks/parse-webhooks.ts';
import { openWebhooks, type Webhooks } from '../webhooks/webhooks.ts';
import { type App, type AppIdentity, registerApp } from './app.ts';
import type { PostRules } from './post-signed.ts';
import { openScheduler } from './scheduler.ts';

type IntegrationSettings = Pick<PortalSettings, 'account' | 'actors' | 'limiter' | 'oauth'>;

/** Settings for authentication and rate limits. */
export function integrationSettings(
  options: IntegrationOptions & { readonly tokens: readonly Actor[] },
  clocked: Pick<PortalSettings, 'now' | 'switches'>,
): IntegrationSettings {
  const account: AccountSettings = { ...DEFAULT_ACCOUNT, ...options.account };
  const actors = new Map(options.tokens.map((actor) => [actor.token, actor]));
  const newSecret = options.newSecret ?? (() => randomBytes(24).toString('hex'));
  return {
    account,
    actors,
    limiter: openRateLimiter({ ...clocked, timeZone: account.timeZone }, ratesIn(options, account)),
    oauth: createOAuthStore(actors, newSecret, options.accessTokenSeconds),
  };
}

export interface Integrations {
  readonly webhooks: Webhooks;
  readonly actions: Actions;
  readonly close: () => void;
}

/** Starts webhooks and workflow actions: the parts that send requests to apps. */
export function openIntegrations(
  portal: Portal,
  events: CrmEvents,
  options: IntegrationOptions,
): Integrations {
  registerApps(portal, options.apps ?? []);
  const scheduler = openScheduler(portal.now, options.timeFactor ?? 1);
  const webhooks = openWebhooks(portal, events, scheduler, postRules(portal, options, 'webhook'));
  const actions = openActions(portal, scheduler, postRules(portal, options, 'action'));
  const close = () => {
    webhooks.close();
    scheduler.close();
  };
  return { webhooks, actions, close };
}

/** An app that exists from the start. */
export interface AppOptions extends AppIdentity {
  readonly webhooks?: {
    readonly targetUrl: string;
    readonly maxConcurrentRequests?: number;
    /** Bodies of the subscriptions API; `active` is true by default. */
    readonly subscriptions?: readonly JsonObject[];
  };
  /** Bodies of the definitions API. */
  readonly actions?: readonly JsonObject[];
}

/** Options of account, limits, apps, webhooks, workflow actions and OAuth. */
export interface IntegrationOptions {
  readonly account?: Partial<AccountSettings>;
  /** Rate limits: off by default; `on` takes the plan's; an object replaces some of them. */
  readonly limits?: 'off' | 'on' | Partial<Rates>;
  readonly apps?: readonly AppOptions[];
  /** Speed of retries and expiry relative to real time; 1 by default. */
  readonly timeFactor?: number;
  /** Timeout of a webhook in real milliseconds; 5,000 by default, as HubSpot's. */
  readonly webhookTimeoutMs?: number;
  /** Timeout of a workflow action in real milliseconds; 30,000 by default. */
  readonly actionTimeoutMs?: number;
  /** Ends a request after so many milliseconds; `AbortSignal.timeout` by default. */
  readonly timeoutSignal?: (ms: number) => AbortSignal;
  /** Allows requests to other hosts than loopback. */
  readonly allowRemote?: boolean;
  /** Makes the random part of OAuth codes and tokens. */
  readonly newSecret?: () => string;
  /** How long an OAuth access token is good for; 1,800 by default, as HubSpot's. Apps are told `expires_in` to go by it. */
  readonly accessTokenSeconds?: number;
}

/** @returns undefined where limits are off */
export function ratesIn(
  { limits = 'off' }: Pick<IntegrationOptions, 'limits'>,
  account: AccountSettings,
): Rates | undefined {
  if (limits === 'off') return undefined;
  return limits === 'on' ? ratesOf(account) : { ...ratesOf(account), ...limits };
}

function postRules(
  { oauth: { localOrigins } }: Portal,
  options: IntegrationOptions,
  kind: 'webhook' | 'action',
): PostRules {
  const { webhookTimeoutMs = 5_000, actionTimeoutMs = 30_000, allowRemote = false } = options;
  const { timeoutSignal = (ms: number) => AbortSignal.timeout(ms) } = options;
  const timeoutMs = kind === 'webhook' ? webhookTimeoutMs : actionTimeoutMs;
  return { timeoutMs, timeoutSignal, allowRemote, localOrigins };
}

/** @throws Refusal when settings, a subscription or a definition would be refused over HTTP too */
function registerApps(portal: Portal, apps: readonly AppOptions[]): void {
  const at = portal.now().getTime();
  for (const { webhooks, actions = [], ...identity } of apps) {
    const app = registerApp(portal.apps, identity);
    const newId = () => String(portal.apps.nextId++);
    if (webhooks !== undefined) subscribe(portal, app, webhooks, newId, at);
    for (const body of actions) {
      const definition = parseDefinition(body, newId(), at);
      app.actions.set(definition.id, definition);
    }
  }
}

function subscribe(
  portal: Portal,
  app: App,
  { targetUrl, maxConcurrentRequests, subscriptions = [] }: NonNullable<AppOptions['webhooks']>,
  newId: () => string,
  at: number,
): void {
  const throttling = maxConcurrentRequests === undefined ? {} : { throttling: { maxConcurrentRequests } };
  app.webhooks = parseSettings({ targetUrl, ...throttling }, undefined, at);
  for (const body of subscriptions) {
    const subscription = parseSubscription(portal, { active: true, ...body }, newId(), at);
    app.subscriptions.set(subscription.id, subscription);
  }
}
