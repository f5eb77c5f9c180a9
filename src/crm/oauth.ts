import * as z from 'zod';

import { retryAfterMs } from './client/headers.ts';
import { API_VERSION } from './client/request.ts';

/** The app as HubSpot knows it. */
export interface OAuthClient {
  clientId: string;
  clientSecret: string;
}

interface OAuthErrorDetails extends ErrorOptions {
  isAnswered?: boolean;
  retryAfterMs?: number | null;
}

/** HubSpot's token endpoints refused, or could not be reached. Carries no token and no secret. */
export class OAuthError extends Error {
  override readonly name = 'OAuthError';
  /**
   * - `invalid-grant`: the code or the refresh token is not valid any more
   * - `invalid-client`: id or secret of the app are wrong
   * - `invalid-request`: refused for something else
   * - `unavailable`: no response, or none that can be read
   */
  readonly code: 'invalid-grant' | 'invalid-client' | 'invalid-request' | 'unavailable';
  /** Whether HubSpot answered at all. */
  readonly isAnswered: boolean;
  /** How long HubSpot asks to wait; null where it does not say. */
  readonly retryAfterMs: number | null;
  constructor(code: OAuthError['code'], message: string, details: OAuthErrorDetails = {}) {
    super(message, details);
    this.code = code;
    this.isAnswered = details.isAnswered ?? false;
    this.retryAfterMs = details.retryAfterMs ?? null;
  }
}

/** What HubSpot issues for a code or a refresh token. */
export interface IssuedTokens {
  accessToken: string;
  refreshToken: string;
  /** Seconds from now. */
  expiresIn: number;
}

/** Whom a token belongs to. */
export interface TokenOwner {
  portalId: number;
  domain: string;
  appId: number;
  userId: number;
  userEmail: string;
  scopes: readonly string[];
}

const TIMEOUT_MS = 10_000;

const Issued = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.number().positive(),
});

/** Exchanges the code of a callback. @throws OAuthError */
export function exchangeCode(
  baseUrl: string,
  client: OAuthClient,
  grant: { code: string; redirectUri: string },
): Promise<IssuedTokens> {
  const { code, redirectUri } = grant;
  return issued(baseUrl, client, { grant_type: 'authorization_code', code, redirect_uri: redirectUri });
}

/**
 * Exchanges a refresh token. HubSpot may answer another one, which then replaces it.
 *
 * @param limitMs how long the answer is waited for
 * @throws OAuthError
 */
export function refreshTokens(
  baseUrl: string,
  client: OAuthClient,
  refreshToken: string,
  limitMs: number,
): Promise<IssuedTokens> {
  return issued(baseUrl, client, { grant_type: 'refresh_token', refresh_token: refreshToken }, limitMs);
}

const Owner = z.object({
  active: z.literal(true),
  hub_id: z.int(),
  hub_domain: z.string().default(''),
  app_id: z.int(),
  user_id: z.int(),
  user: z.string().default(''),
  scopes: z.array(z.string()),
});

/** Asks whom an access token belongs to, and what it allows. @throws OAuthError */
export async function introspectToken(
  baseUrl: string,
  client: OAuthClient,
  token: string,
): Promise<TokenOwner> {
  const text = await post(baseUrl, '/token/introspect', client, { token });
  const { hub_id, hub_domain, app_id, user_id, user, scopes } = parsed(Owner, text);
  return { portalId: hub_id, domain: hub_domain, appId: app_id, userId: user_id, userEmail: user, scopes };
}

/** Ends a refresh token and what was issued for it. One that is unknown is no failure. @throws OAuthError */
export async function revokeToken(baseUrl: string, client: OAuthClient, token: string): Promise<void> {
  await post(baseUrl, '/token/revoke', client, { token });
}

/**
 * Takes the app out of the portal of an access token: HubSpot lists it there no more.
 *
 * @throws OAuthError `invalid-grant` where the token is not valid any more
 */
export async function uninstallApp(baseUrl: string, accessToken: string): Promise<void> {
  const path = `/appinstalls/${API_VERSION}/external-install`;
  const { response, text } = await answerTo(`${baseUrl}${path}`, TIMEOUT_MS, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${accessToken}` },
  });
  if (response.status === 401)
    throw new OAuthError('invalid-grant', 'HubSpot refused an access token (401).');
  if (!response.ok) throw refusalOf(response, text);
}

async function issued(
  baseUrl: string,
  client: OAuthClient,
  form: Record<string, string>,
  limitMs?: number,
): Promise<IssuedTokens> {
  const text = await post(baseUrl, '/token', client, form, limitMs);
  const { access_token, refresh_token, expires_in } = parsed(Issued, text);
  return { accessToken: access_token, refreshToken: refresh_token, expiresIn: expires_in };
}

/** Sends a form to a dated path. @returns the text of a success */
async function post(
  baseUrl: string,
  path: string,
  { clientId, clientSecret }: OAuthClient,
  form: Record<string, string>,
  limitMs = TIMEOUT_MS,
): Promise<string> {
  const body = new URLSearchParams({ ...form, client_id: clientId, client_secret: clientSecret });
  const address = `${baseUrl}/oauth/${API_VERSION}${path}`;
  const { response, text } = await answerTo(address, limitMs, { method: 'POST', body });
  if (response.ok) return text;
  throw refusalOf(response, text);
}

async function answerTo(address: string, limitMs: number, request: RequestInit) {
  try {
    const signal = AbortSignal.timeout(limitMs);
    // what is sent is secret: it does not follow to another address
    const response = await fetch(address, { ...request, signal, redirect: 'error' });
    return { response, text: await response.text() };
  } catch (cause) {
    throw new OAuthError('unavailable', 'HubSpot did not answer a request for tokens.', { cause });
  }
}

const Refusal = z.object({ error: z.string().catch(''), status: z.string().catch('') });

/** HubSpot's own statuses that say what the standard calls `invalid_grant`. */
const NO_GRANT = ['BAD_REFRESH_TOKEN', 'BAD_AUTH_CODE', 'EXPIRED_AUTH_CODE'];

function refusalOf({ status, headers }: Response, text: string): OAuthError {
  const { error, status: problem } = Refusal.catch({ error: '', status: '' }).parse(jsonIn(text));
  const said = /^[A-Za-z_]{1,40}$/.test(problem) ? problem : String(status);
  const isRefusal = status >= 400 && status < 500 && status !== 429;
  if (!isRefusal) {
    const details = { isAnswered: true, retryAfterMs: retryAfterMs(headers) };
    return new OAuthError('unavailable', `HubSpot could not issue tokens (${said}).`, details);
  }
  if (error === 'invalid_grant' || NO_GRANT.includes(problem))
    return new OAuthError('invalid-grant', `HubSpot refused a grant (${said}).`);
  if (error === 'invalid_client')
    return new OAuthError('invalid-client', `HubSpot refused the app's id or secret (${said}).`);
  return new OAuthError('invalid-request', `HubSpot refused a request for tokens (${said}).`);
}

function parsed<Body>(schema: z.ZodType<Body>, text: string): Body {
  const { data, success } = schema.safeParse(jsonIn(text));
  if (success) return data;
  throw new OAuthError('unavailable', 'HubSpot answered a request for tokens with something that is none.');
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
