import { type Behaviour, documented, guessed, recorded, typed } from './behaviour.ts';

/** OAuth, webhooks and custom workflow actions. */
export const APP_BEHAVIOURS: readonly Behaviour[] = [
  // OAuth
  documented('access tokens live for 1,800 s', 'OAuth guide'),
  documented(
    'errors of the token endpoints carry error and error_description beside status and message',
    'changelog, 2026',
  ),
  documented('dated token endpoints read the body alone, v1 the query too', 'OAuth migration guide'),
  documented('a redirect and scopes that the app did not register end on an error page', 'OAuth guide'),
  recorded(
    '401 EXPIRED_AUTHENTICATION with the time of expiry for an expired access token',
    'error bodies in public repositories',
  ),
  recorded(
    'statuses BAD_AUTH_CODE, EXPIRED_AUTH_CODE, MISMATCH_REDIRECT_URI_AUTH_CODE, BAD_REFRESH_TOKEN',
    'error bodies in public repositories',
  ),
  recorded('DELETE external-install ends every token of the app that calls', 'public reports'),
  documented('fields of an introspected access token and refresh token', 'specification 2026-03'),
  typed('answers of token, access-tokens and refresh-tokens', 'official client 14.0.1'),
  guessed('badClientStatus', 'status for a wrong client id or secret', 'the standard and v1 differ'),
  guessed('authCodeSeconds', 'how long a code can be exchanged', 'documented as short only'),
  guessed(
    'revokedRefreshToken',
    'access tokens after their refresh token was revoked',
    'documented for v1 only',
  ),
  guessed(
    'refreshedToken',
    'whether a refresh replaces the refresh token',
    'the guide says that it stays; the standard lets it be replaced with any answer',
  ),
  // webhooks
  documented('events come as arrays of up to 100, with the v3 signature and its timestamp', 'webhooks guide'),
  documented('5 s for an answer; any 4xx or 5xx is sent again, 10 times within 24 h', 'webhooks guide'),
  documented('10 requests at a time unless the settings say otherwise', 'webhooks guide'),
  documented('order is not kept, events can come twice, eventId is not unique (on demand)', 'webhooks guide'),
  documented('object.* subscriptions name an objectTypeId, in events too', 'changelog, 2024'),
  documented(
    'without settings subscriptions rest, and they are created switched off',
    'specification 2026-09',
  ),
  recorded(
    'changeFlag, changeSource, sourceId, attemptNumber from 0',
    'example payloads of an integration vendor',
  ),
  documented(
    'associationChange: one event for each end, with associationRemoved and isPrimaryAssociation',
    'changelog, 2023, and webhooks guide',
  ),
  typed('shapes of settings and subscriptions', 'official client 14.0.1'),
  guessed('createdValuesAreTold', 'property changes for the values of a create', 'undocumented'),
  guessed('labelChangesAreTold', 'association changes for labels alone', 'undocumented'),
  // workflow actions
  documented('the payload of a custom action, signed in version 2', 'custom workflow actions guide'),
  recorded(
    'callbackId and origin.actionExecutionIndexIdentifier of an execution, context.workflowId',
    'payloads in public repositories',
  ),
  guessed('typedInputs', 'input fields by type beside those as text', 'seen, its shape is undocumented'),
  documented(
    'any 2xx is a success with its outputFields; 4xx fails; 429 waits Retry-After milliseconds',
    'custom workflow actions guide',
  ),
  documented(
    '5xx and no answer are tried again for 3 days, after a minute at first and 8 hours at most',
    'guide to webhooks in workflows',
  ),
  documented(
    'BLOCK waits for the callback, or for hs_expiration_duration, a week by default',
    'custom workflow actions guide',
  ),
  typed('shapes and statuses of definitions, revisions and callbacks', 'official client 14.0.1'),
  guessed(
    'actionCallsSigned',
    'whether calls of actions carry the v3 signature too',
    'documented as v2, apps report both',
  ),
  guessed('repeatedCompletion', 'completing a callback that does not wait', 'undocumented'),
];
