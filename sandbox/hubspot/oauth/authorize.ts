import type { Express, Request, Response } from 'express';
import type { App } from '../apps/app.ts';
import type { Portal } from '../portal/portal.ts';
import { keepCode } from './oauth-store.ts';
import { authorizeErrorPage, authorizePage } from './authorize-page.ts';

/** A valid authorization request. */
interface AuthorizationRequest {
  readonly app: App;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly state: string | undefined;
}

const words = (text: string | null) => (text ?? '').split(/[\s,]+/).filter((word) => word !== '');

/** @returns a message for the user when the request is invalid */
function readRequest(portal: Portal, fields: URLSearchParams): AuthorizationRequest | string {
  const app = [...portal.apps.byId.values()].find(({ clientId }) => clientId === fields.get('client_id'));
  if (app === undefined) return 'The client id is not known.';
  const redirectUri = fields.get('redirect_uri') ?? '';
  if (!app.redirectUrls.includes(redirectUri))
    return 'The redirect URL does not match the ones that the app registered.';
  const wanted = words(fields.get('scope'));
  const known = [...app.requiredScopes, ...app.optionalScopes];
  const isShort = app.requiredScopes.some((scope) => !wanted.includes(scope));
  if (isShort || wanted.some((scope) => !known.includes(scope)))
    return 'The scopes do not match the ones that the app requires.';
  const optional = words(fields.get('optional_scope')).filter((scope) => app.optionalScopes.includes(scope));
  const scopes = [...new Set(['oauth', ...wanted, ...optional])];
  return { app, redirectUri, scopes, state: fields.get('state') ?? undefined };
}

/** Where HubSpot serves its pages. */
const PAGES = 'https://app.hubspot.com';

/** The authorization page, which HubSpot serves beside those of records; these lead to whatever stands in for them. */
export function mountAuthorize(app: Express, portal: Portal): void {
  app.get('/contacts/*path', (request, response) => {
    const pages = portal.oauth.localOrigins.get(PAGES);
    if (pages === undefined) refuse(response, 'The sandbox has no pages of records.');
    else response.redirect(302, pages + request.originalUrl);
  });
  app.get(['/oauth/authorize', '/oauth/:hubId/authorize'], (request, response) => {
    const fields = new URL(request.originalUrl, 'http://127.0.0.1').searchParams;
    const authorization = readRequest(portal, fields);
    if (typeof authorization === 'string') refuse(response, authorization);
    else response.type('html').send(pageFor(portal, authorization, fields));
  });
  app.post('/oauth/authorize', (request: Request, response) => {
    const text: unknown = request.body;
    const fields = new URLSearchParams(typeof text === 'string' ? text : '');
    const authorization = readRequest(portal, fields);
    if (typeof authorization === 'string') refuse(response, authorization);
    else response.redirect(302, leadBack(portal, authorization, fields));
  });
}

function refuse(response: Response, message: string): void {
  response.status(400).type('html').send(authorizeErrorPage(message));
}

function pageFor(portal: Portal, { app, scopes }: AuthorizationRequest, fields: URLSearchParams): string {
  return authorizePage({
    appName: app.name,
    portalName: portal.account.portalName,
    scopes,
    fields: Object.fromEntries(fields),
    users: portal.owners,
  });
}

function leadBack(
  portal: Portal,
  { app, redirectUri, scopes, state }: AuthorizationRequest,
  fields: URLSearchParams,
): string {
  const redirect = new URL(redirectUri);
  const origin = portal.oauth.localOrigins.get(redirect.origin) ?? redirect.origin;
  const back = new URL(`${redirect.pathname}${redirect.search}`, origin);
  if (fields.get('decision') === 'grant') {
    const code = portal.oauth.newSecret();
    const chosen = portal.owners.find(({ userId }) => String(userId) === fields.get('user_id'));
    const userId = (chosen ?? portal.owners[0])?.userId ?? 1;
    const issuedAt = portal.now().getTime();
    keepCode(portal.oauth, code, { app, redirectUri, userId, scopes, issuedAt, isUsed: false });
    back.searchParams.set('code', code);
  } else {
    back.searchParams.set('error', 'access_denied');
    back.searchParams.set('error_description', 'The user denied access.');
  }
  if (state !== undefined) back.searchParams.set('state', state);
  return back.href;
}
