import { batches } from '../../crm/client/batches.ts';
import { findPartnerPipeline } from '../../crm/deals.ts';
import type { Context } from '../context.ts';
import { settleDeals } from '../deals/settle-deals.ts';
import { isRefusal } from '../install/read-portal.ts';

/** Deals that are read together. */
const AT_ONCE = 100;

/** What became of deals that may show something else than their primary companies. */
export interface FollowedDeals {
  repaired: number;
  /** Those that do not show it yet, with the reason. */
  behind: ReadonlyMap<string, string>;
}

/**
 * Writes the verdict of its primary company on each of the deals that shows something else. Deals of other pipelines, and
 * all deals where the app may not see any, are left alone.
 *
 * @throws CrmError when the portal cannot be reached; what was written before stays
 */
export async function followDeals(context: Context, ids: readonly string[]): Promise<FollowedDeals> {
  const followed = { repaired: 0, behind: new Map<string, string>() };
  if (ids.length === 0) return followed;
  try {
    const pipeline = await findPartnerPipeline(context);
    if (pipeline === null) return followed;
    for (const some of batches([...new Set(ids)], AT_ONCE)) {
      const { repaired, behind } = await settleDeals(context, some, { pipeline });
      followed.repaired += repaired.size;
      for (const [id, reason] of behind) followed.behind.set(id, reason);
    }
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
  return followed;
}
