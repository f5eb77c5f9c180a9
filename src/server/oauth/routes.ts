import { type Request, type Response, Router } from 'express';

import type { HubSpotApp } from '../../config/server-settings.ts';
import * as words from '../../messages/connecting.ts';
import type { Limits } from '../limits.ts';
import { nextStepPage } from '../pages/next-step-page.tsx';
import { showPage } from '../pages/show-page.ts';
import { hashOf, newSecret, rememberBrowser } from './browser.ts';
import { type Connecting, callback } from './callback.ts';
import { installAddress } from './install-address.ts';

/** Minutes within which an authorization has to come back. */
const MINUTES = 10;

interface Surroundings extends Connecting {
  limits: Pick<Limits, 'authorization'>;
}

/** The authorization: `/oauth/install` leads to HubSpot, `/oauth/callback` comes back from it. */
export function oauthRoutes(surroundings: Surroundings): Router {
  const router = Router();
  router.get('/oauth/install', (request, response) => begin(surroundings, request, response));
  router.get('/oauth/callback', (request, response) => callback(surroundings, request, response));
  return router;
}

async function begin(
  { settings, scopes, optionalScopes, states, limits }: Surroundings,
  request: Request,
  response: Response,
) {
  const { apps, publicUrl, authorizeUrl } = settings;
  const app = appNamed(apps, request.query['app']);
  if (app === undefined) {
    const isNamed = request.query['app'] !== undefined;
    const links = apps.map(({ appId }) => ({
      label: words.connectApp(appId),
      url: installAddress(publicUrl, appId),
    }));
    const page = nextStepPage(words.CONNECT_TITLE, isNamed ? words.OTHER_APP : words.CHOOSE_APP, links);
    showPage(response, isNamed ? 404 : 200, page);
    return;
  }
  const seconds = await limits.authorization(request.socket.remoteAddress ?? '');
  if (seconds > 0) {
    const link = { label: words.CONNECT_AGAIN, url: installAddress(publicUrl, app.appId) };
    response.set('retry-after', String(seconds));
    showPage(response, 429, nextStepPage(words.CONNECT_TITLE, words.TOO_MANY_BEGUN, [link]));
    return;
  }
  const state = newSecret();
  const browser = rememberBrowser(request, response);
  await states.begin({ state: hashOf(state), browser: hashOf(browser), appId: app.appId }, MINUTES);
  const target = new URL(authorizeUrl);
  target.searchParams.set('client_id', app.clientId);
  target.searchParams.set('redirect_uri', `${publicUrl}/oauth/callback`);
  target.searchParams.set('scope', scopes.join(' '));
  if (optionalScopes.length > 0) target.searchParams.set('optional_scope', optionalScopes.join(' '));
  target.searchParams.set('state', state);
  response.redirect(302, target.href);
}

/** The app that the query names; the only one where it names none. */
function appNamed(apps: readonly HubSpotApp[], name: unknown): HubSpotApp | undefined {
  if (name === undefined) return apps.length === 1 ? apps[0] : undefined;
  return apps.find(({ appId }) => String(appId) === name);
}
