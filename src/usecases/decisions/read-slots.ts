import { companiesDecidedIn } from '../../crm/search-companies.ts';
import { propertyOf } from '../../crm/property-names.ts';
import type { Slots } from '../../contract/decisions.ts';
import type { Quarter } from '../../icp/quarter.ts';
import { type SlotHolder, slotsText } from '../../icp/slots.ts';
import type { Context } from '../context.ts';
import { companyNameOf } from '../names.ts';
import { underPolicy } from '../policy/with-policy.ts';

/** How long a decision is waited for that HubSpot's search does not show yet, in milliseconds. */
const PATIENCE_MS = 8_000;
const PAUSE_MS = 500;

interface SlotsRequest {
  quarter: Quarter;
  /** A decision to go deep that was just made: counted once the search shows it. */
  decided?: { companyId: string; at: string } | undefined;
}

/**
 * Counts the deep slots of a quarter by HubSpot's search, which lags some seconds behind writes.
 *
 * @throws CrmError
 */
export async function readSlots(outside: Context, { quarter, decided }: SlotsRequest): Promise<Slots> {
  const { policy } = await outside.policy.read(outside.home);
  const limit = underPolicy(outside, policy).settings.slots;
  const endsAt = outside.now().getTime() + PATIENCE_MS;
  for (;;) {
    const found = await slotHolders(outside, quarter);
    const isShown =
      decided === undefined ||
      // a still later decision of the same partner shows that the search is past this one
      found.some(({ companyId, at }) => companyId === decided.companyId && timeOf(at) >= timeOf(decided.at));
    if (!isShown && outside.now().getTime() + PAUSE_MS <= endsAt) {
      await outside.sleep(PAUSE_MS);
      continue;
    }
    const holders = found.map(({ companyId, companyName }) => ({ companyId, companyName }));
    const isOver = holders.length > limit;
    return { quarter, limit, holders, isOver, isSure: isShown, text: slotsText(holders, limit) };
  }
}

/** Who was decided to go deep with in a quarter, as the search shows it, earliest decision first. */
export async function slotHolders(
  { crm }: Pick<Context, 'crm'>,
  quarter: Quarter,
): Promise<(SlotHolder & { at: string })[]> {
  const names = ['name', 'domain', propertyOf('decided_at')];
  const found = await companiesDecidedIn(crm, quarter, 'go-deep', names);
  return found
    .map(({ id, properties }) => ({
      companyId: id,
      companyName: companyNameOf({ id, name: properties['name'] ?? '', domain: properties['domain'] ?? '' }),
      at: properties[propertyOf('decided_at')] ?? '',
    }))
    .sort((one, other) => timeOf(one.at) - timeOf(other.at));
}

function timeOf(text: string): number {
  const time = Date.parse(text);
  return Number.isNaN(time) ? 0 : time;
}
