import type { Notice } from '../../contract/notice.ts';
import { RECONNECT, scopesMissing } from '../../messages/connecting.ts';
import type { Grant } from '../../store/installs.ts';
import { installAddress } from './install-address.ts';

/** The scopes that the app needs and the portal has not granted. */
export function missingScopes(granted: Pick<Grant, 'scopes'>, needed: readonly string[]): string[] {
  return needed.filter((scope) => !granted.scopes.includes(scope));
}

/**
 * Asks to connect the portal again, where the app needs scopes that were not granted: an earlier version asked for fewer.
 *
 * @param needed the scopes that the manifest names
 * @returns null where nothing is missing
 */
export function reconnectNotice(
  install: Pick<Grant, 'appId' | 'scopes'>,
  needed: readonly string[],
  publicUrl: string,
): Notice | null {
  const missing = missingScopes(install, needed);
  if (missing.length === 0) return null;
  const url = installAddress(publicUrl, install.appId);
  return { message: scopesMissing(missing.join(', ')), link: { label: RECONNECT, url } };
}
