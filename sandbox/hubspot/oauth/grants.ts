import type { App } from '../apps/app.ts';
import type { Answer } from '../http/call.ts';
import type { Portal } from '../portal/portal.ts';
import { type Grant, issueAccessToken } from './oauth-store.ts';

/** Fields of a form; absent ones are ''. */
export type Form = (name: string) => string;

/** The app of a client id and secret. @throws OAuthRefusal */
export function clientOf(portal: Portal, form: Form): App {
  const app = [...portal.apps.byId.values()].find(({ clientId }) => clientId === form('client_id'));
  if (app === undefined) throw new OAuthRefusal('BAD_CLIENT_ID', 'missing or unknown client id');
  if (form('client_secret') !== app.clientSecret)
    throw new OAuthRefusal('BAD_CLIENT_SECRET', 'missing or invalid client secret');
  return app;
}

/** Redeems an authorization code, once. @throws OAuthRefusal */
function redeemCode(portal: Portal, app: App, form: Form): Grant {
  const code = portal.oauth.codes.get(form('code'));
  if (code?.app !== app || code.isUsed)
    throw new OAuthRefusal('BAD_AUTH_CODE', 'missing or unknown auth code');
  if (portal.now().getTime() - code.issuedAt > portal.switches.authCodeSeconds * 1_000)
    throw new OAuthRefusal('EXPIRED_AUTH_CODE', 'the auth code has expired');
  if (form('redirect_uri') === '')
    throw new OAuthRefusal('BAD_REDIRECT_URI', 'missing or invalid redirect uri');
  if (form('redirect_uri') !== code.redirectUri)
    throw new OAuthRefusal('MISMATCH_REDIRECT_URI_AUTH_CODE', 'the code was issued for another redirect uri');
  code.isUsed = true;
  return code;
}

/** Issues tokens for a code or a refresh token. @throws OAuthRefusal */
export function grantTokens(portal: Portal, form: Form): Readonly<Record<string, unknown>> {
  const type = form('grant_type');
  if (type !== 'authorization_code' && type !== 'refresh_token')
    throw new OAuthRefusal('BAD_GRANT_TYPE', 'missing or unknown grant type');
  const app = clientOf(portal, form);
  if (type === 'authorization_code') {
    const { userId, scopes } = redeemCode(portal, app, form);
    const grant: Grant = { app, userId, scopes };
    return describeTokens(portal, grant, newRefreshToken(portal, grant));
  }
  const token = form('refresh_token');
  const grant = portal.oauth.refreshTokens.get(token);
  if (grant?.app !== app)
    throw new OAuthRefusal('BAD_REFRESH_TOKEN', 'refresh token is invalid, expired or revoked');
  if (portal.switches.refreshedToken === 'stays') return describeTokens(portal, grant, token);
  portal.oauth.refreshTokens.delete(token);
  return describeTokens(portal, grant, newRefreshToken(portal, grant));
}

function newRefreshToken({ oauth }: Portal, grant: Grant): string {
  const token = `sandbox-refresh-${oauth.newSecret()}`;
  oauth.refreshTokens.set(token, grant);
  return token;
}

function describeTokens(portal: Portal, grant: Grant, refreshToken: string) {
  const { token } = issueAccessToken(portal.oauth, grant, portal.now().getTime());
  return {
    token_type: 'bearer',
    refresh_token: refreshToken,
    access_token: token,
    hub_id: portal.account.portalId,
    user_id: grant.userId,
    scopes: grant.scopes,
    token_use: 'access_token',
    expires_in: portal.oauth.accessSeconds,
  };
}

/** RFC 6749's error code for each of HubSpot's statuses. */
const STANDARD = {
  BAD_GRANT_TYPE: 'unsupported_grant_type',
  BAD_CLIENT_ID: 'invalid_client',
  BAD_CLIENT_SECRET: 'invalid_client',
  BAD_AUTH_CODE: 'invalid_grant',
  EXPIRED_AUTH_CODE: 'invalid_grant',
  BAD_REDIRECT_URI: 'invalid_request',
  MISMATCH_REDIRECT_URI_AUTH_CODE: 'invalid_grant',
  BAD_REFRESH_TOKEN: 'invalid_grant',
  BAD_TOKEN: 'invalid_request',
} as const;

export type OAuthProblem = keyof typeof STANDARD;

/** Error of the token endpoints: RFC 6749's two fields and HubSpot's two. */
export class OAuthRefusal extends Error {
  override readonly name = 'OAuthRefusal';
  readonly problem: OAuthProblem;
  constructor(problem: OAuthProblem, message: string) {
    super(message);
    this.problem = problem;
  }
}

/** Source: changelog "New OAuth v3 API endpoints and standardized error responses". */
export function oauthAnswer({ problem, message }: OAuthRefusal, clientStatus: 400 | 401): Answer {
  const error = STANDARD[problem];
  return {
    status: error === 'invalid_client' ? clientStatus : 400,
    body: { error, error_description: message, status: problem, message },
  };
}
