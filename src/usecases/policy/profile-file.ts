import * as z from 'zod';

import type { Prerequisites, ProfileBody, ProfileFault, TypePolicy } from '../../contract/policy.ts';
import { aYearAfter } from '../../icp/draft-faults.ts';
import { InvalidProfile, parseProfile, pathText } from '../../icp/parse-profile.ts';
import type { PartnerType } from '../../icp/partner-types.ts';
import type { Profile } from '../../icp/profile.ts';
import { faultsOf } from './draft-faults.ts';
import { DraftInput } from './parse-draft.ts';

/** What a file says of a profile: the profile alone, or with what it rests on and the day until which it is held. */
export interface ProfileFile {
  profile: Profile;
  prerequisites: Prerequisites;
  /** Undefined: for a year. */
  reviewDue: string | undefined;
}

const Whole = z.strictObject({
  profile: z.looseObject({}, 'this is no profile'),
  prerequisites: z.unknown().optional(),
  reviewDue: z.unknown().optional(),
});

/** What a profile rests on where nobody has said. */
export const NO_PREREQUISITES: Prerequisites = {
  ...{ hypothesis: null, customerIcp: null, thesis: null },
  timing: { productMarketFit: false, goToMarket: false, programReady: false },
};

/**
 * Reads a file of a profile. One with faults that can be kept in a draft is read as well: they keep it from being
 * published.
 *
 * @param input JSON
 * @param base fills what a profile with faults leaves out, and the prerequisites of a file without any
 * @returns the faults, each with its path, where it is not the form of a profile at all
 */
export function readProfileFile(
  input: unknown,
  type: PartnerType,
  base: Pick<ProfileBody, 'profile' | 'prerequisites'>,
): ProfileFile | readonly ProfileFault[] {
  if (!isObject(input)) return [{ path: '', message: 'this is no profile' }];
  const whole = Whole.safeParse('profile' in input ? input : { profile: input });
  if (!whole.success) return faultsIn(whole.error);
  const { profile: given, prerequisites = base.prerequisites, reviewDue } = whole.data;
  const typed = { version: 0, ...given };
  if (given['type'] !== type)
    return [
      { path: 'type', message: `this is a profile of ${String(given['type'])}, and ${type} was typed` },
    ];
  const { profile, refusal } = parsed(typed);
  const draft = { ...(reviewDue !== undefined && { reviewDue }), prerequisites, basedOn: `${type}@0` };
  const read = DraftInput.safeParse({ ...draft, profile: profile ?? completed(typed, base.profile) });
  if (read.success) return { ...read.data, reviewDue: read.data.reviewDue };
  return refusal === null ? faultsIn(read.error) : refusal.faults;
}

function faultsIn({ issues }: z.ZodError): ProfileFault[] {
  return issues.map(({ path, message }) => ({ path: pathText(path), message }));
}

function parsed(input: unknown): { profile: Profile | null; refusal: InvalidProfile | null } {
  try {
    return { profile: parseProfile(input), refusal: null };
  } catch (error) {
    if (error instanceof InvalidProfile) return { profile: null, refusal: error };
    throw error;
  }
}

/** What is left out, as the base has it. Dimensions and checks are those that are given. */
function completed(given: object, base: Profile): unknown {
  return Object.fromEntries(
    Object.entries({ ...base, ...given }).map(([key, value]: [string, unknown]) => {
      if (key === 'dimensions') return [key, eachCompleted(value, base.dimensions)];
      return [key, key === 'checks' ? eachCompleted(value, base.checks) : value];
    }),
  );
}

function eachCompleted(given: unknown, base: readonly { key: string }[]): unknown {
  if (!Array.isArray(given)) return given;
  return given.map((one: unknown) =>
    isObject(one) ? { ...base.find((other) => 'key' in one && other.key === one.key), ...one } : one,
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What would keep the profile of a file from being published. */
export function faultsOfFile(
  { reviewDue, ...draft }: ProfileFile,
  { type, versions }: Pick<TypePolicy, 'type' | 'versions'>,
  asOf: string,
): readonly ProfileFault[] {
  const newest = Math.max(...versions.map(({ version }) => version));
  const body = { ...draft, reviewDue: reviewDue ?? aYearAfter(asOf), basedOn: `${type}@0` };
  return faultsOf(body, newest, asOf);
}
