import type { Prerequisites, ProfileDraftBody, TypePolicy } from '../../../src/contract/policy.ts';
import { aYearAfter } from '../../../src/icp/draft-faults.ts';
import { type Preset, withPreset } from '../../../src/icp/presets.ts';
import { versionKey } from '../../../src/icp/profile.ts';

const NO_PREREQUISITES: Prerequisites = {
  hypothesis: null,
  customerIcp: null,
  thesis: null,
  timing: { productMarketFit: false, goToMarket: false, programReady: false },
};

/**
 * A draft that starts from the current profile, with the weights of a preset where one is given.
 *
 * @param asOf today, `YYYY-MM-DD`: it is held for a year
 */
export function draftFrom(
  { profile, versions }: TypePolicy,
  preset: Preset | null,
  asOf: string,
): ProfileDraftBody {
  const current = versions.find(({ isCurrent }) => isCurrent);
  return {
    profile: preset === null ? profile : withPreset(profile, preset),
    prerequisites: current?.prerequisites ?? NO_PREREQUISITES,
    reviewDue: aYearAfter(asOf),
    basedOn: versionKey(profile),
  };
}
