import { randomBytes } from 'node:crypto';
import { type AccountSettings, DEFAULT_ACCOUNT } from './account/account.ts';
import { type Actions, openActions } from './actions/action-runner.ts';
import type { Actor } from './actor.ts';
import { openScheduler } from './apps/scheduler.ts';
import { type EdgeOptions, postRules, ratesIn, registerApps } from './integrations-options.ts';
import type { CrmEvents } from './portal/events.ts';
import { openRateLimiter } from './limits/rate-limiter.ts';
import { createOAuthStore } from './oauth/oauth-store.ts';
import type { Portal, PortalSettings } from './portal/portal.ts';
import { openWebhooks, type Webhooks } from './webhooks/webhooks.ts';

type EdgeSettings = Pick<PortalSettings, 'account' | 'actors' | 'limiter' | 'oauth'>;

/** The part of an account's settings that is about who calls it, and how often. */
export function edgeSettings(
  options: EdgeOptions & { readonly tokens: readonly Actor[] },
  clocked: Pick<PortalSettings, 'now' | 'switches'>,
): EdgeSettings {
  const account: AccountSettings = { ...DEFAULT_ACCOUNT, ...options.account };
  const actors = new Map(options.tokens.map((actor) => [actor.token, actor]));
  const newSecret = options.newSecret ?? (() => randomBytes(24).toString('hex'));
  return {
    account,
    actors,
    limiter: openRateLimiter(clocked, ratesIn(options, account)),
    oauth: createOAuthStore(actors, newSecret),
  };
}

export interface Edges {
  readonly webhooks: Webhooks;
  readonly actions: Actions;
  readonly close: () => void;
}

/** Everything of an account that calls others. */
export function openEdges(portal: Portal, events: CrmEvents, options: EdgeOptions): Edges {
  registerApps(portal, options.apps ?? []);
  const scheduler = openScheduler(portal.now, options.timeFactor ?? 1);
  const webhooks = openWebhooks(portal, events, scheduler, postRules(options, 'webhook'));
  const actions = openActions(portal, scheduler, postRules(options, 'action'));
  const close = () => {
    webhooks.close();
    scheduler.close();
  };
  return { webhooks, actions, close };
}
