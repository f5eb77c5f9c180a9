import type { Request, Response } from 'express';
import type { Logger } from 'pino';

import type { HubSpotApp, ServerSettings } from '../../config/server-settings.ts';
import { OAuthError, exchangeCode, introspectToken, revokeToken, uninstallApp } from '../../crm/oauth.ts';
import * as words from '../../messages/connecting.ts';
import type { Grant, InstallKey, NewTokens } from '../../store/installs.ts';
import type { OAuthStates } from '../../store/oauth-states.ts';
import type { KnownInstalls } from '../known-installs.ts';
import { nextStepPage } from '../pages/next-step-page.tsx';
import { showPage } from '../pages/show-page.ts';
import { NotInstalled } from '../renew-tokens.ts';
import type { PortalTokens } from '../tokens.ts';
import { browserOf, hashOf } from './browser.ts';
import { installAddress } from './install-address.ts';

export interface Connecting {
  settings: Pick<ServerSettings, 'apps' | 'publicUrl' | 'hubspotUrl' | 'authorizeUrl'>;
  /** The scopes that the app needs, as its manifest names them. */
  scopes: readonly string[];
  /** Those that HubSpot leaves out where the portal's plan does not have them. */
  optionalScopes: readonly string[];
  installs: KnownInstalls;
  tokens: PortalTokens;
  states: OAuthStates;
  /** Begins the installation of properties. @param browser the hash of the secret of the browser that may watch it */
  onInstalled: (key: InstallKey, browser: string) => Promise<void>;
  log: Logger;
}

/** Why an authorization did not become a connection. */
interface Refusal {
  status: number;
  sentence: string;
  /** The app to try again with; all of them where it is not known. */
  app: HubSpotApp | null;
}

/** The way back from HubSpot. Where it leads from here is never taken from the request. */
export async function callback(connecting: Connecting, request: Request, response: Response): Promise<void> {
  const browser = browserOf(request);
  const outcome = await connect(connecting, request, browser);
  if ('sentence' in outcome) {
    showRefusal(connecting, response, outcome);
    return;
  }
  response.redirect(303, `/installing/${outcome.appId}/${outcome.portalId}`);
}

async function connect(
  connecting: Connecting,
  { query: { state, code, error } }: Request,
  browser: string | null,
): Promise<InstallKey | Refusal> {
  const { settings, states, onInstalled, log } = connecting;
  const isWhole = typeof state === 'string' && browser !== null;
  const appId = isWhole ? await states.end(hashOf(state), hashOf(browser)) : null;
  const app = settings.apps.find((each) => each.appId === appId);
  if (app === undefined || browser === null) {
    log.warn('callback with a state that this browser did not begin, or that has ended');
    return { status: 400, sentence: words.STATE_UNKNOWN, app: null };
  }
  if (error !== undefined || typeof code !== 'string') {
    log.info({ appId }, 'access was not granted');
    return { status: 400, sentence: words.ACCESS_DENIED, app };
  }
  try {
    const { grant, tokens } = await exchange(connecting, app, code);
    if (grant.appId !== app.appId) {
      log.error({ appId, introspected: grant.appId }, 'HubSpot issued the tokens of another app');
      return { status: 400, sentence: words.CODE_REFUSED, app };
    }
    const other = await keep(connecting, grant, tokens);
    if (other !== null) {
      log.warn({ appId, portalId: grant.portalId, other }, 'the portal has another app of this server');
      await takeBack(connecting, app, tokens);
      return { status: 409, sentence: words.otherAppConnected(other), app: null };
    }
    const key = { appId: app.appId, portalId: grant.portalId };
    log.info(key, 'portal connected');
    await onInstalled(key, hashOf(browser));
    return key;
  } catch (cause) {
    if (!(cause instanceof OAuthError)) throw cause;
    log.warn({ appId, code: cause.code }, cause.message);
    const isTheirs = cause.code === 'unavailable';
    return isTheirs
      ? { status: 502, sentence: words.HUBSPOT_UNAVAILABLE, app }
      : { status: 400, sentence: words.CODE_REFUSED, app };
  }
}

/** @throws OAuthError */
async function exchange({ settings }: Connecting, app: HubSpotApp, code: string) {
  const { hubspotUrl, publicUrl } = settings;
  const redirectUri = `${publicUrl}/oauth/callback`;
  const { accessToken, refreshToken, expiresIn } = await exchangeCode(hubspotUrl, app, { code, redirectUri });
  const owner = await introspectToken(hubspotUrl, app, accessToken);
  const { appId, portalId, domain, userId: installerId, userEmail: installerEmail, scopes } = owner;
  const grant: Grant = { appId, portalId, domain, installerId, installerEmail, scopes };
  const tokens: NewTokens = { accessToken, refreshToken, expiresIn, lifetime: expiresIn };
  return { grant, tokens };
}

/** @returns the other app that the portal has; one that the portal has uninstalled meanwhile does not count */
async function keep(
  { installs, tokens }: Connecting,
  grant: Grant,
  issued: NewTokens,
): Promise<number | null> {
  const other = await installs.keep(grant, issued);
  if (other === null) return null;
  const key = { appId: other, portalId: grant.portalId };
  try {
    await tokens.replace(key, await tokens.read(key));
    return other;
  } catch (error) {
    if (error instanceof OAuthError) return other;
    if (!(error instanceof NotInstalled)) throw error;
    return installs.keep(grant, issued);
  }
}

/** Ends what was just granted, so that HubSpot does not list an app as installed that nobody answers for. */
async function takeBack({ settings, log }: Connecting, app: HubSpotApp, tokens: NewTokens): Promise<void> {
  try {
    await uninstallApp(settings.hubspotUrl, tokens.accessToken);
    await revokeToken(settings.hubspotUrl, app, tokens.refreshToken);
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    log.warn({ appId: app.appId, code: error.code }, 'an authorization could not be taken back');
  }
}

function showRefusal(
  { settings: { apps, publicUrl } }: Connecting,
  response: Response,
  { status, sentence, app }: Refusal,
): void {
  const again = app ?? (apps.length === 1 ? apps[0] : undefined);
  const url = again === undefined ? `${publicUrl}/oauth/install` : installAddress(publicUrl, again.appId);
  const links = [{ label: words.CONNECT_AGAIN, url }];
  showPage(response, status, nextStepPage(words.NOT_CONNECTED_TITLE, sentence, links));
}
