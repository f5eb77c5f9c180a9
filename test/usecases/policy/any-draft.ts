import type { PrerequisiteLink, ProfileDraftInput } from '../../../src/contract/policy.ts';
import type { PartnerType } from '../../../src/icp/partner-types.ts';
import type { Profile } from '../../../src/icp/profile.ts';
import { SHIPPED_PROFILES } from '../../../src/icp/shipped-profiles.ts';

const LINK: PrerequisiteLink = { url: 'https://example.com/icp', owner: 'Ann', on: '2026-01-31' };

/** A draft that may be published as it is: the shipped profile with all prerequisites, and what a test changes. */
export function anyDraft(change: Partial<Profile> = {}, type: PartnerType = 'technology'): ProfileDraftInput {
  return {
    profile: { ...shipped(type), ...change },
    prerequisites: {
      ...{ hypothesis: LINK, customerIcp: LINK, thesis: LINK },
      timing: { productMarketFit: true, goToMarket: true, programReady: true },
    },
    basedOn: `${type}@0`,
  };
}

export function shipped(type: PartnerType): Profile {
  const profile = SHIPPED_PROFILES.find((each) => each.type === type);
  if (profile === undefined) throw new Error(`no profile of ${type}`);
  return profile;
}

/** The shipped profile with other weights, in the order of its dimensions. */
export function weighing(...weights: readonly number[]): Pick<Profile, 'dimensions'> {
  return {
    dimensions: shipped('technology').dimensions.map((dimension, index) => ({
      ...dimension,
      weight: weights[index] ?? dimension.weight,
    })),
  };
}
