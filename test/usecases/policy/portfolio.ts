import fc from 'fast-check';

import { technology } from '../../../src/icp/profiles/technology.ts';
import type { Portal } from '../../portal.ts';

const anyRating = fc.constantFrom('', '1', '2', '3', '4', '5', '5', '4');
const anyState = fc.constantFrom('', '', 'open', 'clear', 'flagged');
const anyVersion = fc.constantFrom('technology@0', 'technology@0', 'technology@1', 'technology@77');

/** What HubSpot keeps of a scorecard, with anything that a person may have filled in. */
export const anyStored: fc.Arbitrary<Record<string, string>> = fc.record({
  ipp_partner_type: fc.constant('technology'),
  ipp_profile_version: anyVersion,
  ...Object.fromEntries(technology.dimensions.map(({ key }) => [`ipp_${key}`, anyRating])),
  ...Object.fromEntries(
    technology.dimensions.map(({ key }) => [`ipp_${key}_evidence`, fc.constantFrom('', 'Seen')]),
  ),
  ...Object.fromEntries(
    technology.checks.map(({ key }) => [`ipp_check_${key.replaceAll('-', '_')}`, anyState]),
  ),
  ipp_to_confirm: fc.constantFrom('', 'customer_overlap', 'strategic_fit;customer_overlap'),
  ipp_override_lane: fc.constantFrom('', '', '', 'deep', 'pass'),
  ipp_override_until: fc.constantFrom('2020-01-31', '2099-01-31'),
});

/** Makes companies that hold this. @returns their ids, ascending */
export async function createStored(
  portal: Pick<Portal, 'outside'>,
  all: readonly Record<string, string>[],
): Promise<string[]> {
  const path = '/crm/objects/2026-09/companies/batch/create';
  const ids: string[] = [];
  for (let start = 0; start < all.length; start += 100) {
    const inputs = all.slice(start, start + 100).map((properties, index) => ({
      properties: { name: `Partner ${start + index}`, ...properties },
      associations: [],
    }));
    const made = (await portal.outside.send({ method: 'POST', path, body: { inputs } })) as {
      results: { id: string }[];
    };
    ids.push(...made.results.map(({ id }) => id));
  }
  return ids;
}

/** A complete scorecard as HubSpot keeps it: by default 430 points, by the shipped profile. */
export function storedScorecard(changes: Record<string, string> = {}): Record<string, string> {
  const ratings = [5, 5, 3, 4, 4, 4];
  return {
    ipp_partner_type: 'technology',
    ipp_profile_version: 'technology@0',
    ...Object.fromEntries(technology.dimensions.map(({ key }, index) => [`ipp_${key}`, `${ratings[index]}`])),
    ...changes,
  };
}
