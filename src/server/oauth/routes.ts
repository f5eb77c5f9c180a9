import { createHash, randomBytes } from 'node:crypto';

import { type Request, type Response, Router } from 'express';
import type { Logger } from 'pino';

import type { HubSpotApp, ServerSettings } from '../../config/server-settings.ts';
import { OAuthError, exchangeCode, introspectToken } from '../../crm/oauth.ts';
import * as words from '../../messages/server.ts';
import type { InstallKey, Installs } from '../../store/installs.ts';
import type { OAuthStates } from '../../store/oauth-states.ts';
import { messagePage } from '../pages/message-page.tsx';

interface Surroundings {
  settings: Pick<ServerSettings, 'apps' | 'publicUrl' | 'hubspotUrl' | 'authorizeUrl'>;
  /** The scopes that the app needs, as its manifest names them. */
  scopes: readonly string[];
  installs: Installs;
  states: OAuthStates;
  /** Begins the installation of properties. @param browser the hash of the browser that may watch it */
  onInstalled: (key: InstallKey, browser: string) => Promise<void>;
  log: Logger;
  now: () => number;
}

/** Only this browser sends it back, only over https, and scripts do not read it. */
const COOKIE = '__Host-partner-icp';
const MINUTES = 10;

/** The authorization: `/oauth/install` leads to HubSpot, `/oauth/callback` comes back from it. */
export function oauthRoutes(surroundings: Surroundings): Router {
  const router = Router();
  router.get('/oauth/install', (request, response) => install(surroundings, request, response));
  router.get('/oauth/callback', (request, response) => callback(surroundings, request, response));
  return router;
}

async function install({ settings, scopes, states }: Surroundings, request: Request, response: Response) {
  const app = appNamed(settings.apps, request.query['app']);
  if (app === undefined) {
    show(response, 404, words.OTHER_APP);
    return;
  }
  const state = secret();
  const browser = browserOf(request) ?? secret();
  await states.begin({ state: hashOf(state), browser: hashOf(browser), appId: app.appId }, MINUTES);
  response.cookie(COOKIE, browser, {
    secure: true,
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    maxAge: 86_400_000,
  });
  const target = new URL(settings.authorizeUrl);
  target.searchParams.set('client_id', app.clientId);
  target.searchParams.set('redirect_uri', `${settings.publicUrl}/oauth/callback`);
  target.searchParams.set('scope', scopes.join(' '));
  target.searchParams.set('state', state);
  response.redirect(302, target.href);
}

async function callback(surroundings: Surroundings, request: Request, response: Response) {
  const { settings, installs, states, onInstalled, log, now } = surroundings;
  const { state, code, error } = request.query;
  const browser = browserOf(request);
  const appId =
    typeof state === 'string' && browser !== null ? await states.end(hashOf(state), hashOf(browser)) : null;
  const app = settings.apps.find((each) => each.appId === appId);
  if (app === undefined || browser === null) {
    log.warn('callback with an unknown state');
    show(response, 400, words.STATE_UNKNOWN);
    return;
  }
  if (error !== undefined || typeof code !== 'string') {
    show(response, 400, words.ACCESS_DENIED);
    return;
  }
  try {
    const redirectUri = `${settings.publicUrl}/oauth/callback`;
    const issued = await exchangeCode(settings.hubspotUrl, app, { code, redirectUri });
    const owner = await introspectToken(settings.hubspotUrl, app, issued.accessToken);
    const { accessToken, refreshToken } = issued;
    const expiresAt = new Date(now() + issued.expiresIn * 1_000);
    const { portalId, domain, userId: installerId, userEmail: installerEmail, scopes } = owner;
    const key = { appId: app.appId, portalId };
    const grant = { ...key, domain, installerId, installerEmail, scopes };
    await installs.keep(grant, { accessToken, refreshToken, expiresAt });
    await onInstalled(key, hashOf(browser));
    response.redirect(303, `/installing/${key.appId}/${portalId}`);
  } catch (cause) {
    if (!(cause instanceof OAuthError)) throw cause;
    log.warn({ code: cause.code }, 'callback refused');
    show(response, cause.code === 'unavailable' ? 502 : 400, words.CODE_REFUSED);
  }
}

/** The app that the query names; the only one where it names none. */
function appNamed(apps: readonly HubSpotApp[], name: unknown): HubSpotApp | undefined {
  if (name === undefined) return apps.length === 1 ? apps[0] : undefined;
  return apps.find(({ appId }) => String(appId) === name);
}

/** The secret in the cookie of this browser; null without one. */
export function browserOf(request: Request): string | null {
  const pairs = (request.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  const value = pairs.find(([name]) => name === COOKIE)?.[1] ?? '';
  return /^[\w-]{43}$/.test(value) ? value : null;
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}

function show(response: Response, status: number, sentence: string): void {
  response.status(status).type('html').send(messagePage('Partner ICP', sentence));
}
