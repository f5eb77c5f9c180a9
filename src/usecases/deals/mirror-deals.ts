import type { Company } from '../../crm/companies.ts';
import { dealProperties } from '../../crm/properties.ts';
import { CrmError } from '../../crm/client/errors.ts';
import { type Deal, findPartnerPipeline, readDeals, writeDeals } from '../../crm/deals.ts';
import { differingProperties } from '../../crm/verdict-codec.ts';
import type { Mirroring } from '../../contract/scorecard-record.ts';
import type { Context } from '../context.ts';

/**
 * Shows the verdict of a company on the deals of the partner pipeline whose primary company it is. Writes only what
 * differs. A mirror that fails is no failed save: it is answered, and the next save mends it.
 *
 * At most three calls; none for a company without such deals.
 *
 * @returns null when there is nothing to mirror
 */
export async function mirrorDeals({ crm, profiles }: Context, company: Company): Promise<Mirroring | null> {
  if (company.deals.length === 0) return null;
  const names = dealProperties(profiles).map(({ name }) => name);
  let due: Deal[] = [];
  let behind: { id: string; properties: Record<string, string> }[] = [];
  try {
    const pipeline = await findPartnerPipeline(crm);
    const deals = await readDeals(crm, company.deals, ['pipeline', ...names]);
    due = deals.filter(({ properties }) => pipeline !== null && properties['pipeline'] === pipeline);
    const shown = Object.fromEntries(names.map((name) => [name, company.properties[name] ?? '']));
    behind = due
      .map(({ id, properties }) => ({ id, properties: differingProperties(shown, properties) }))
      .filter(({ properties }) => Object.keys(properties).length > 0);
    const written = behind.length === 0 ? 0 : await writeDeals(crm, behind);
    return due.length === 0 ? null : mirroring(due.length, behind.length - written, null);
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    const of = due.length === 0 ? company.deals.length : due.length;
    return mirroring(of, due.length === 0 ? of : behind.length, error);
  }
}

function mirroring(of: number, failed: number, error: CrmError | null): Mirroring {
  const mirrored = of - failed;
  if (failed === 0) return { mirrored, of, message: null };
  const why = error === null ? 'HubSpot refused the others.' : error.message;
  return {
    mirrored,
    of,
    message: `${mirrored} of ${of} deals show the verdict. ${why} The next save tries again.`,
  };
}
