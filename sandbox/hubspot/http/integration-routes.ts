import * as account from '../account/account-routes.ts';
import * as callbacks from '../actions/callback-routes.ts';
import * as definitions from '../actions/definition-routes.ts';
import * as associationLimits from '../limits/association-limit-routes.ts';
import * as limits from '../limits/limit-routes.ts';
import * as tokens from '../oauth/token-routes.ts';
import * as webhooks from '../webhooks/webhook-routes.ts';
import { type Handler, route, type Route } from './route.ts';

const form = (path: string, answer: Handler, area: 'oauth' | 'oauthV1' = 'oauth') =>
  route('post', area, path, answer, { bodyIs: 'form', auth: 'none' });
const open = (verb: Route['verb'], path: string, answer: Handler) =>
  route(verb, 'oauthV1', path, answer, { auth: 'none' });
const developer = (verb: Route['verb'], area: Route['area'], path: string, answer: Handler) =>
  route(verb, area, path, answer, { auth: 'developer' });

const SUBSCRIPTIONS = '/:appId/subscriptions';
const DEFINITION = '/:appId/:definitionId';

/** Everything around the records: limits, account, OAuth, webhooks, workflow actions. */
export const INTEGRATION_ROUTES: readonly Route[] = [
  route('get', 'limits', '/custom-properties', limits.getPropertyLimits),
  route('get', 'limits', '/custom-object-types', limits.getObjectTypeLimits),
  route('get', 'limits', '/pipelines', limits.getPipelineLimits),
  route('get', 'limits', '/records', limits.getRecordLimits),
  route('get', 'limits', '/calculated-properties', limits.getCalculationLimits),
  route('get', 'limits', '/associations/labels', associationLimits.getLabelLimits),
  route('get', 'limits', '/associations/records/from', associationLimits.getLinkLimits),
  route('get', 'limits', '/associations/records/:fromObjectType/to', associationLimits.getLinkLimitsFrom),
  route(
    'get',
    'limits',
    '/associations/records/:fromObjectType/:toObjectType',
    associationLimits.getLinkLimitsBetween,
  ),

  route('get', 'account', '/details', account.getAccountDetails),
  route('get', 'account', '/api-usage/daily/private-apps', account.getDailyUsage),

  form('/token', tokens.issueTokens),
  form('/token/introspect', tokens.introspectToken),
  form('/token/revoke', tokens.revokeToken),
  form('/token', tokens.issueTokensV1, 'oauthV1'),
  open('get', '/access-tokens/:token', tokens.getAccessTokenV1),
  open('get', '/refresh-tokens/:token', tokens.getRefreshTokenV1),
  open('delete', '/refresh-tokens/:token', tokens.deleteRefreshTokenV1),

  route('delete', 'installs', '/external-install', tokens.uninstallApp),

  developer('get', 'webhooks', '/:appId/settings', webhooks.getWebhookSettings),
  developer('put', 'webhooks', '/:appId/settings', webhooks.putWebhookSettings),
  developer('delete', 'webhooks', '/:appId/settings', webhooks.deleteWebhookSettings),
  developer('get', 'webhooks', SUBSCRIPTIONS, webhooks.listSubscriptions),
  developer('post', 'webhooks', SUBSCRIPTIONS, webhooks.createSubscription),
  developer('post', 'webhooks', `${SUBSCRIPTIONS}/batch/update`, webhooks.updateSubscriptions),
  developer('get', 'webhooks', `${SUBSCRIPTIONS}/:subscriptionId`, webhooks.getSubscription),
  developer('patch', 'webhooks', `${SUBSCRIPTIONS}/:subscriptionId`, webhooks.updateSubscription),
  developer('delete', 'webhooks', `${SUBSCRIPTIONS}/:subscriptionId`, webhooks.deleteSubscription),

  route('post', 'callbacks', '/:callbackId/complete', callbacks.completeCallback),
  route('post', 'callbacks', '/complete', callbacks.completeCallbacks),
  developer('get', 'actions', '/:appId', definitions.listDefinitions),
  developer('post', 'actions', '/:appId', definitions.createDefinition),
  developer('get', 'actions', DEFINITION, definitions.getDefinition),
  developer('patch', 'actions', DEFINITION, definitions.updateDefinition),
  developer('delete', 'actions', DEFINITION, definitions.archiveDefinition),
  developer('get', 'actions', `${DEFINITION}/revisions`, definitions.listRevisions),
  developer('get', 'actions', `${DEFINITION}/revisions/:revisionId`, definitions.getRevision),
];
