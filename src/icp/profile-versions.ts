import type { PartnerType } from './partner-types.ts';
import { type Profile, versionKey } from './profile.ts';

/** The profile with this version key, `technology@0`, or null. */
export function findProfile(profiles: readonly Profile[], key: string): Profile | null {
  return profiles.find((profile) => versionKey(profile) === key) ?? null;
}

/** The highest version for a partner type, or null where none is published. */
export function currentProfile(profiles: readonly Profile[], type: PartnerType): Profile | null {
  let current: Profile | null = null;
  for (const profile of profiles)
    if (profile.type === type && profile.version > (current?.version ?? -1)) current = profile;
  return current;
}
