import { getAccountDetails, getDailyUsage } from './account/account-routes.ts';
import { getObjectTypeLimits, getPipelineLimits, getPropertyLimits } from './limits/limit-routes.ts';
import { completeCallback, completeCallbacks } from './actions/callback-routes.ts';
import {
  archiveDefinition,
  createDefinition,
  getDefinition,
  getRevision,
  listDefinitions,
  listRevisions,
  updateDefinition,
} from './actions/definition-routes.ts';
import type { Handler } from './call.ts';
import {
  deleteRefreshTokenV1,
  getAccessTokenV1,
  getRefreshTokenV1,
  introspectToken,
  issueTokens,
  issueTokensV1,
  revokeToken,
  uninstallApp,
} from './oauth/token-routes.ts';
import type { Route } from './routes.ts';
import {
  createSubscription,
  deleteSubscription,
  deleteWebhookSettings,
  getSubscription,
  getWebhookSettings,
  listSubscriptions,
  putWebhookSettings,
  updateSubscription,
  updateSubscriptions,
} from './webhooks/webhook-routes.ts';

/** Areas around the records. OAuth v1 has endpoints of its own and no dated form. */
export const EDGE_AREAS = {
  limits: { dated: '/crm/limits/2026-09', v3: '/crm/v3/limits' },
  account: { dated: '/account-info/2026-09', v3: '/account-info/v3' },
  oauth: { dated: '/oauth/2026-09', v3: '/oauth/v3' },
  oauthV1: { dated: '/oauth/v1', v3: '/oauth/v1' },
  installs: { dated: '/appinstalls/2026-09', v3: '/appinstalls/v3' },
  webhooks: { dated: '/app-webhooks/2026-09', v3: '/webhooks/v3' },
  callbacks: { dated: '/automation/actions/callbacks/2026-09', v3: '/automation/v4/actions/callbacks' },
  actions: { dated: '/automation/actions/2026-09', v3: '/automation/v4/actions' },
} as const;

type EdgeArea = keyof typeof EDGE_AREAS;

const route = (verb: Route['verb'], area: EdgeArea, path: string, answer: Handler): Route => ({
  verb,
  area,
  path,
  answer,
});
const form = (path: string, answer: Handler, area: EdgeArea = 'oauth'): Route => ({
  ...route('post', area, path, answer),
  bodyIs: 'form',
  auth: 'none',
});
const open = (verb: Route['verb'], path: string, answer: Handler): Route => ({
  ...route(verb, 'oauthV1', path, answer),
  auth: 'none',
});
const developer = (verb: Route['verb'], area: EdgeArea, path: string, answer: Handler): Route => ({
  ...route(verb, area, path, answer),
  auth: 'developer',
});

const SUBSCRIPTIONS = '/:appId/subscriptions';
const DEFINITION = '/:appId/:definitionId';

export const EDGE_ROUTES: readonly Route[] = [
  route('get', 'limits', '/custom-properties', getPropertyLimits),
  route('get', 'limits', '/custom-object-types', getObjectTypeLimits),
  route('get', 'limits', '/pipelines', getPipelineLimits),

  route('get', 'account', '/details', getAccountDetails),
  route('get', 'account', '/api-usage/daily/private-apps', getDailyUsage),

  form('/token', issueTokens),
  form('/token/introspect', introspectToken),
  form('/token/revoke', revokeToken),
  form('/token', issueTokensV1, 'oauthV1'),
  open('get', '/access-tokens/:token', getAccessTokenV1),
  open('get', '/refresh-tokens/:token', getRefreshTokenV1),
  open('delete', '/refresh-tokens/:token', deleteRefreshTokenV1),

  route('delete', 'installs', '/external-install', uninstallApp),

  developer('get', 'webhooks', '/:appId/settings', getWebhookSettings),
  developer('put', 'webhooks', '/:appId/settings', putWebhookSettings),
  developer('delete', 'webhooks', '/:appId/settings', deleteWebhookSettings),
  developer('get', 'webhooks', SUBSCRIPTIONS, listSubscriptions),
  developer('post', 'webhooks', SUBSCRIPTIONS, createSubscription),
  developer('post', 'webhooks', `${SUBSCRIPTIONS}/batch/update`, updateSubscriptions),
  developer('get', 'webhooks', `${SUBSCRIPTIONS}/:subscriptionId`, getSubscription),
  developer('patch', 'webhooks', `${SUBSCRIPTIONS}/:subscriptionId`, updateSubscription),
  developer('delete', 'webhooks', `${SUBSCRIPTIONS}/:subscriptionId`, deleteSubscription),

  route('post', 'callbacks', '/:callbackId/complete', completeCallback),
  route('post', 'callbacks', '/complete', completeCallbacks),
  developer('get', 'actions', '/:appId', listDefinitions),
  developer('post', 'actions', '/:appId', createDefinition),
  developer('get', 'actions', DEFINITION, getDefinition),
  developer('patch', 'actions', DEFINITION, updateDefinition),
  developer('delete', 'actions', DEFINITION, archiveDefinition),
  developer('get', 'actions', `${DEFINITION}/revisions`, listRevisions),
  developer('get', 'actions', `${DEFINITION}/revisions/:revisionId`, getRevision),
];
