import { timingSafeEqual } from 'node:crypto';

import { type Request, type Response, Router, urlencoded } from 'express';
import * as z from 'zod';

import type { ServerSettings } from '../../config/server-settings.ts';
import * as words from '../../messages/connecting.ts';
import type { InstallKey, Installs } from '../../store/installs.ts';
import type { PropertyInstall, PropertyInstalls } from '../../store/property-installs.ts';
import { installingPage } from '../pages/installing-page.tsx';
import { nextStepPage } from '../pages/next-step-page.tsx';
import { showPage } from '../pages/show-page.ts';
import { browserOf, hashOf } from './browser.ts';
import { installAddress } from './install-address.ts';
import type { PropertyInstaller } from './property-installs.ts';
import { parseReport } from './property-report.ts';

interface Surroundings {
  settings: Pick<ServerSettings, 'publicUrl' | 'authorizeUrl'>;
  rows: PropertyInstalls;
  installs: Pick<Installs, 'read'>;
  installer: PropertyInstaller;
}

const PATH = '/installing/:appId/:portalId';

/** The page that shows how the installation of properties goes, to the browser that authorized it. */
export function installingRoutes(surroundings: Surroundings): Router {
  const router = Router();
  router.get(PATH, (request, response) => show(surroundings, request, response));
  router.post(PATH, urlencoded({ extended: false, limit: '2kb' }), (request, response) =>
    tryAgain(surroundings, request, response),
  );
  return router;
}

async function show(surroundings: Surroundings, request: Request, response: Response) {
  const { settings, installs } = surroundings;
  const seen = await seenBy(surroundings, request);
  if (seen === null) {
    refuse(surroundings, response);
    return;
  }
  const { key, install, browser } = seen;
  const domain = (await installs.read(key))?.domain ?? '';
  const page = installingPage({
    portal: domain === '' ? String(key.portalId) : `${domain} (${key.portalId})`,
    install,
    report: parseReport(install.report),
    hubspotUrl: `${new URL(settings.authorizeUrl).origin}/contacts/${key.portalId}/objects/0-2`,
    reconnectUrl: installAddress(settings.publicUrl, key.appId),
    again: { path: `/installing/${key.appId}/${key.portalId}`, token: tokenOf(key, browser) },
  });
  showPage(response, 200, page);
}

const Form = z.object({ token: z.string() });

async function tryAgain(surroundings: Surroundings, request: Request, response: Response) {
  const seen = await seenBy(surroundings, request);
  const given = Form.safeParse(request.body).data?.token ?? '';
  if (seen === null || !isSame(given, tokenOf(seen.key, seen.browser))) {
    refuse(surroundings, response);
    return;
  }
  const { key, install } = seen;
  // pressed twice, or long after another page did
  if (install.state === 'failed') await surroundings.installer.begin(key, install.browser);
  response.redirect(303, `/installing/${key.appId}/${key.portalId}`);
}

interface Seen {
  key: InstallKey;
  install: PropertyInstall;
  /** The secret of the browser. */
  browser: string;
}

/** @returns null where there is no such installation, or another browser asked for it */
async function seenBy({ rows }: Surroundings, request: Request): Promise<Seen | null> {
  const browser = browserOf(request);
  const key = { appId: idIn(request.params['appId']), portalId: idIn(request.params['portalId']) };
  if (browser === null || key.appId === 0 || key.portalId === 0) return null;
  const install = await rows.read(key);
  return install !== null && isSame(install.browser, hashOf(browser)) ? { key, install, browser } : null;
}

/** 0 for what is no id. */
function idIn(text: unknown): number {
  return typeof text === 'string' && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : 0;
}

/** Only a page that was shown to this browser has it. */
function tokenOf({ appId, portalId }: InstallKey, browser: string): string {
  return hashOf(`again:${appId}:${portalId}:${browser}`);
}

function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(one)), Buffer.from(hashOf(other)));
}

function refuse({ settings: { publicUrl } }: Surroundings, response: Response): void {
  const links = [{ label: words.CONNECT_AGAIN, url: `${publicUrl}/oauth/install` }];
  showPage(response, 404, nextStepPage(words.INSTALLING_TITLE, words.OTHER_BROWSER, links));
}
