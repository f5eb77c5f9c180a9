import type { Prerequisites, ProfileDraftBody, ProfileFault } from '../../contract/policy.ts';
import { faultsBeside } from '../../icp/draft-faults.ts';
import { lintProfile } from '../../icp/profile-lint.ts';
import type { Profile } from '../../icp/profile.ts';
import type { Settings } from '../../icp/settings.ts';
import { SHIPPED_PROFILES } from '../../icp/shipped-profiles.ts';

const LINKS = {
  hypothesis: 'a Partner Hypothesis',
  customerIcp: 'a customer ICP',
  thesis: 'a partner thesis',
} as const;
const TIMING = {
  productMarketFit: 'product-market fit',
  goToMarket: 'a proven go-to-market',
  programReady: 'a program that is ready',
} as const;

/** What keeps a draft from being published. @param newest the highest version of its type so far */
export function faultsOf(draft: ProfileDraftBody, newest: number, asOf: string): ProfileFault[] {
  return [...lintProfile(draft.profile, shippedOf(draft.profile), newest), ...faultsBeside(draft, asOf)];
}

/** What keeps a profile from being published in any portal, on any day. */
export function lastingFaultsOf({
  profile,
  prerequisites,
  reviewDue,
}: Pick<ProfileDraftBody, 'profile' | 'prerequisites' | 'reviewDue'>): ProfileFault[] {
  return [
    ...lintProfile(profile, shippedOf(profile)).map(({ path, message }) => ({
      path: `profile.${path}`,
      message,
    })),
    ...faultsBeside({ prerequisites, reviewDue }, null),
  ];
}

function shippedOf({ type }: Profile): Profile | null {
  return SHIPPED_PROFILES.find((profile) => profile.type === type) ?? null;
}

/** The prerequisites that a draft lacks, in words. */
export function missingPrerequisites(prerequisites: Prerequisites): string[] {
  const links = keysOf(LINKS).filter((key) => prerequisites[key] === null);
  const timing = keysOf(TIMING).filter((key) => !prerequisites.timing[key]);
  return [...links.map((key) => LINKS[key]), ...timing.map((key) => TIMING[key])];
}

function keysOf<Key extends string>(words: Readonly<Record<Key, string>>): Key[] {
  return Object.keys(words) as Key[];
}

/** The contents of a draft or of a published profile, whatever its number: equal texts are equal profiles. */
export function contentsOf({
  profile,
  prerequisites,
  reviewDue,
}: Pick<ProfileDraftBody, 'profile' | 'prerequisites' | 'reviewDue'>): string {
  return JSON.stringify(sorted([{ ...profile, version: 0 }, prerequisites, reviewDue]));
}

/** Settings as a text: equal texts are equal settings, in whatever order their fields stand. */
export function settingsContents(settings: Settings | null): string {
  return JSON.stringify(sorted(settings));
}

/** With the keys of every object in one order, and texts as they are read back. */
function sorted(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, each]) => [key, sorted(each)]);
}
