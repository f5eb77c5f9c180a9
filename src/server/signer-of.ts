import type { HubSpotApp } from '../config/server-settings.ts';

/**
 * The app whose secret has signed a request that does not name its app.
 *
 * @param check a signature by the secret of one app
 */
export function signerOf(
  apps: readonly HubSpotApp[],
  check: (app: HubSpotApp) => 'valid' | 'wrong' | 'stale',
): HubSpotApp | 'wrong' | 'stale' {
  let found: HubSpotApp | 'wrong' | 'stale' = 'wrong';
  // all of them, so that the time does not say which app it was
  for (const app of apps) {
    const checked = check(app);
    if (checked === 'valid') found = app;
    else if (checked === 'stale') found = checked;
  }
  return found;
}
