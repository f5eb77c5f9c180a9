import { type DealPage, dealPages, findPartnerPipeline } from '../../crm/deals.ts';
import { settleFound } from '../deals/settle-deals.ts';
import { isRefusal } from '../install/read-portal.ts';
import { dealNameOf, nameWithId } from '../names.ts';
import type { NightlyRun } from './nightly-run.ts';
import { tally } from './report.ts';

/**
 * Writes the verdict of its primary company on each partner deal that shows something else. What HubSpot does not allow is
 * noted, and is no reason to go on with deals for ever: the next run begins with the companies.
 *
 * @returns whether all deals were looked at
 */
export async function passOverDeals(run: NightlyRun, behind: string | null): Promise<boolean> {
  try {
    const pipeline = await findPartnerPipeline(run.reading);
    if (pipeline === null) return true;
    for await (const page of dealPages(run.reading, pipeline, behind)) {
      await settlePage(run, page, pipeline);
      const last = page.deals.at(-1);
      if (last !== undefined) await run.reach({ phase: 'deals', after: last.id });
      if (!run.mayBegin()) return false;
    }
    return true;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    run.counts.dealsRefused = error.message;
    return true;
  }
}

async function settlePage(
  { context, counts }: NightlyRun,
  { deals, missing }: DealPage,
  pipeline: string,
): Promise<void> {
  const { repaired, behind } = await settleFound(context, deals, pipeline);
  counts.deals += deals.length;
  counts.dealsRepaired += repaired.size;
  counts.missing.deals += missing;
  for (const [id, reason] of behind) {
    const name = dealNameOf({ id, name: deals.find((deal) => deal.id === id)?.name ?? '' });
    tally(counts, 'deal-not-writable', `${nameWithId(name, id)}: ${reason}`);
  }
}
