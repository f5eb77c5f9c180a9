import type { AccountSettings } from './account/account.ts';
import { parseDefinition } from './actions/parse-definition.ts';
import { type App, type AppIdentity, registerApp } from './apps/app.ts';
import type { PostRules } from './apps/post-signed.ts';
import type { JsonObject } from './json.ts';
import { type Rates, ratesOf } from './limits/rates.ts';
import type { Portal } from './portal/portal.ts';
import { parseSettings, parseSubscription } from './webhooks/parse-webhooks.ts';

/** An app at the start of the account. */
export interface AppOptions extends AppIdentity {
  readonly webhooks?: {
    readonly targetUrl: string;
    readonly maxConcurrentRequests?: number;
    /** Bodies of the subscriptions API; switched on unless they say otherwise. */
    readonly subscriptions?: readonly JsonObject[];
  };
  /** Bodies of the definitions API. */
  readonly actions?: readonly JsonObject[];
}

/** What surrounds the records of an account. */
export interface EdgeOptions {
  readonly account?: Partial<AccountSettings>;
  /** Rate limits: off by default, `on` as the plan has them, or on with numbers of one's own. */
  readonly limits?: 'off' | 'on' | Partial<Rates>;
  readonly apps?: readonly AppOptions[];
  /** How much faster than real time retries of webhooks and workflow actions come; 1 by default. */
  readonly timeFactor?: number;
  /** Real milliseconds that an app has for a webhook: HubSpot's 5 seconds by default. */
  readonly webhookTimeoutMs?: number;
  /** Real milliseconds that an app has for a workflow action: 30 seconds by default. */
  readonly actionTimeoutMs?: number;
  /** Sends to other machines too. */
  readonly allowRemote?: boolean;
  /** Codes and tokens of OAuth. */
  readonly newSecret?: () => string;
}

export function ratesIn({ limits = 'off' }: EdgeOptions, account: AccountSettings): Rates | undefined {
  if (limits === 'off') return undefined;
  return limits === 'on' ? ratesOf(account) : { ...ratesOf(account), ...limits };
}

export function postRules(options: EdgeOptions, kind: 'webhook' | 'action'): PostRules {
  const { webhookTimeoutMs = 5_000, actionTimeoutMs = 30_000, allowRemote = false } = options;
  return { timeoutMs: kind === 'webhook' ? webhookTimeoutMs : actionTimeoutMs, allowRemote };
}

/** @throws Refusal when settings, a subscription or a definition would be refused over HTTP too */
export function registerApps(portal: Portal, apps: readonly AppOptions[]): void {
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
