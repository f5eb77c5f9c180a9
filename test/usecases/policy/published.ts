import type { PolicyBody, ProfileBody } from '../../../src/contract/policy.ts';
import type { PolicyHome } from '../../../src/contract/policy-home.ts';
import type { PartnerType } from '../../../src/icp/partner-types.ts';
import type { Profile } from '../../../src/icp/profile.ts';
import { technology } from '../../../src/icp/profiles/technology.ts';
import { DEFAULT_SETTINGS } from '../../../src/icp/settings.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { keepPolicy } from '../../../src/usecases/policy/known-policy.ts';
import type { Portal } from '../../portal.ts';

export const ada = 'ada@example.com';

/** The shipped technology profile with other weights, floors or minimums. */
export function otherTechnology(
  version: number,
  changes: Partial<Profile> = {},
  weights: readonly number[] = [30, 20, 20, 15, 10, 5],
): Profile {
  const dimensions = technology.dimensions.map((dimension, index) => ({
    ...dimension,
    weight: weights[index] ?? dimension.weight,
  }));
  return { ...technology, ...changes, dimensions, version };
}

/** Stores a version where it has not been stored yet, and makes it the current one. Version 0 is the shipped one. */
export async function makeCurrent(
  { home, policy }: Pick<Context, 'home' | 'policy'>,
  profile: Profile,
  at = '2026-03-03T10:00:00.000Z',
): Promise<void> {
  const { policy: known } = await policy.read(home);
  const key = `${profile.type}@${profile.version}`;
  const entry = { by: ada, at, reason: 'We sell to larger customers.' };
  const timing = { productMarketFit: true, goToMarket: true, programReady: true };
  const body: ProfileBody = {
    profile,
    prerequisites: { hypothesis: null, customerIcp: null, thesis: null, timing },
    reviewDue: '2027-03-03',
  };
  if (profile.version > 0) await home.insert({ ...entry, key, kind: 'profile', body: JSON.stringify(body) });
  const current: Partial<Record<PartnerType, number>> = { ...known.current, [profile.type]: profile.version };
  const version = known.version + 1;
  const next: PolicyBody = {
    ...{ version, settings: DEFAULT_SETTINGS, current },
    act: { kind: 'published', profile: key },
  };
  await home.insert({ ...entry, key: `policy@${version}`, kind: 'policy', body: JSON.stringify(next) });
  await policy.read(home);
}

/** The portal as it was before anything was published: a first rating stamps the shipped version. */
export function underShipped(portal: Portal): Portal {
  const home: PolicyHome = { ...portal.context.home, read: () => Promise.resolve(null) };
  return { ...portal, context: { ...portal.context, home, policy: keepPolicy() } };
}
