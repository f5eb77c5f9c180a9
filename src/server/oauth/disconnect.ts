import type { Logger } from 'pino';

import type { HubSpotApp } from '../../config/server-settings.ts';
import { OAuthError, revokeToken, uninstallApp } from '../../crm/oauth.ts';
import * as words from '../../messages/connecting.ts';
import type { InstallKey } from '../../store/installs.ts';
import type { KnownInstalls } from '../known-installs.ts';
import { NotInstalled } from '../renew-tokens.ts';
import type { PortalTokens } from '../tokens.ts';

interface Surroundings {
  installs: KnownInstalls;
  tokens: PortalTokens;
  hubspotUrl: string;
  apps: readonly HubSpotApp[];
  log: Logger;
}

/** What became of a portal that was disconnected. Its rows are deleted either way. */
export interface Disconnected {
  /** Whether HubSpot lists the app as installed no more. */
  isUninstalled: boolean;
  /** What happened, and what is left to do. */
  message: string;
}

/**
 * Takes the app out of a portal, for whoever runs the server: ends its tokens at HubSpot, then deletes everything that is
 * stored of the portal. Values in the CRM stay, and people go on reading them.
 *
 * @returns null for a portal that never had the app
 */
export async function disconnect(
  { installs, tokens, hubspotUrl, apps, log }: Surroundings,
  key: InstallKey,
): Promise<Disconnected | null> {
  const install = await installs.readNow(key);
  if (install === null) return null;
  const ended = async (): Promise<Disconnected> => {
    const app = apps.find(({ appId }) => appId === key.appId);
    if (install.unreadable !== null || app === undefined)
      return { isUninstalled: false, message: words.UNINSTALL_BY_HAND };
    try {
      const access = await tokens.read(key);
      await uninstallApp(hubspotUrl, access.accessToken).catch(async (error: unknown) => {
        if (!(error instanceof OAuthError && error.code === 'invalid-grant')) throw error;
        await uninstallApp(hubspotUrl, (await tokens.replace(key, access)).accessToken);
      });
      const refreshToken = (await installs.readNow(key))?.tokens?.refreshToken;
      if (refreshToken !== undefined) await revokeToken(hubspotUrl, app, refreshToken);
      return { isUninstalled: true, message: words.DISCONNECTED };
    } catch (error) {
      if (error instanceof NotInstalled) return { isUninstalled: true, message: words.WAS_UNINSTALLED };
      if (!(error instanceof OAuthError)) throw error;
      log.warn({ ...key, code: error.code }, 'HubSpot was not told of a disconnection');
      return { isUninstalled: false, message: words.UNINSTALL_BY_HAND };
    }
  };
  const disconnected = await ended();
  await installs.forget(key);
  log.info({ ...key, isUninstalled: disconnected.isUninstalled }, 'portal disconnected');
  return disconnected;
}
