import type { Context } from '../context.ts';
import { KEPT_MS } from './draft-entry.ts';

/** The most entries that one run deletes: a call of HubSpot's takes a hundred, and each takes two. */
const MOST = 500;

/**
 * Deletes drafts of scorecards that are older than seven days, and all of them where the portal wants none. They are listed,
 * not searched. What is left beyond the bound the next run deletes.
 *
 * @param hubspotNow milliseconds, by HubSpot's clock
 * @returns how many were deleted
 * @throws CrmError
 */
export async function expireDrafts(
  { home, settings }: Pick<Context, 'home' | 'settings'>,
  hubspotNow: number,
): Promise<number> {
  const entries = (await home.list('scorecard-draft')) ?? [];
  const old = entries.filter(({ at }) => !settings.keepsDrafts || !(hubspotNow - Date.parse(at) <= KEPT_MS));
  const keys = old.slice(0, MOST).map(({ key }) => key);
  if (keys.length > 0) await home.remove(keys);
  return keys.length;
}
