import type { ActionDefinition } from '../actions/action-definition.ts';
import { type Call, param } from '../http/call.ts';
import { notFound } from '../http/refusal.ts';
import type { Subscription, WebhookSettings } from '../webhooks/subscription.ts';

/** An app that the account may install. */
export interface App {
  readonly id: number;
  readonly name: string;
  readonly clientId: string;
  /** Signs what is sent to the app. */
  readonly clientSecret: string;
  /** Allowed redirect URLs of OAuth, compared as text. */
  readonly redirectUrls: readonly string[];
  readonly requiredScopes: readonly string[];
  readonly optionalScopes: readonly string[];
  /** Whether events are sent only while the account's people have the app connected, as HubSpot does; else always. */
  readonly isToldWhileConnected: boolean;
  /** Without settings no subscription is active. */
  webhooks: WebhookSettings | undefined;
  readonly subscriptions: Map<string, Subscription>;
  readonly actions: Map<string, ActionDefinition>;
}

export interface AppStore {
  readonly byId: Map<string, App>;
  /** Next id of a subscription or action definition. */
  nextId: number;
}

/** The fields of an app, most of them optional. */
export type AppIdentity = Pick<App, 'id' | 'clientId' | 'clientSecret'> &
  Partial<Pick<App, 'name' | 'redirectUrls' | 'requiredScopes' | 'optionalScopes' | 'isToldWhileConnected'>>;

export function registerApp(store: AppStore, identity: AppIdentity): App {
  const app: App = {
    name: `App ${identity.id}`,
    redirectUrls: [],
    requiredScopes: [],
    optionalScopes: [],
    isToldWhileConnected: false,
    ...identity,
    webhooks: undefined,
    subscriptions: new Map(),
    actions: new Map(),
  };
  store.byId.set(String(app.id), app);
  return app;
}

/** The app of a path. @throws Refusal 404 */
export function appOf({ apps }: { readonly apps: AppStore }, call: Call): App {
  const app = apps.byId.get(param(call, 'appId'));
  if (app === undefined) throw notFound('There is no such app.');
  return app;
}
