import { DEFAULT_TRANSPORT, openCrm } from '../crm/client/client.ts';
import type { Crm, CrmAccess, TransportSettings } from '../crm/client/request.ts';
import type { PartnerType } from '../icp/partner-types.ts';
import { type KnownInstallation, keepInstallation } from '../crm/installation.ts';
import type { Profile } from '../icp/profile.ts';
import { SHIPPED_PROFILES } from '../icp/shipped-profiles.ts';
import { dayIn } from '../icp/day-in.ts';
import { Refused } from './refused.ts';

/** What a use case works with. A door builds one. */
export interface Context {
  crm: Crm;
  /** Every version that this portal knows. */
  profiles: readonly Profile[];
  /** What is ours in the portal, what is another's, and where it keeps its days. */
  installation: KnownInstallation;
  /** The type that a first rating starts a scorecard under. A profile for it must be among `profiles`. */
  defaultType: PartnerType;
  now: () => Date;
  sleep: (ms: number) => Promise<void>;
  /** 0 up to 1. */
  random: () => number;
}

/** How often a write is tried whose answer was lost and which is not there on reading back. */
export const ATTEMPTS = 3;

/**
 * The day of a judgement, `YYYY-MM-DD`, in the portal's time zone. UTC when nothing says which that is, or before the
 * installation was read: every reading of records does that.
 */
export function today({ now, installation }: Pick<Context, 'now' | 'installation'>): string {
  return dayIn(installation.current().zone, now());
}

interface Opening {
  limitMs?: number;
  transport?: TransportSettings;
  installation?: KnownInstallation;
}

/**
 * The context of a door that talks to one portal by the shipped profiles.
 *
 * @param installation of an earlier context for the same portal; read anew when left out
 * @param limitMs milliseconds from now after which no call is begun and none is waited for
 * @throws Refused `not-configured` when the settings are missing or wrong
 */
export function openContext(
  readAccess: () => CrmAccess,
  { limitMs, transport = DEFAULT_TRANSPORT, installation = keepInstallation(transport.now) }: Opening = {},
): Context {
  const endsAt = limitMs === undefined ? null : transport.now() + limitMs;
  return {
    crm: openCrm(accessFrom(readAccess), { ...transport, endsAt }),
    profiles: SHIPPED_PROFILES,
    installation,
    defaultType: 'technology',
    now: () => new Date(),
    sleep: transport.sleep,
    random: transport.random,
  };
}

function accessFrom(readAccess: () => CrmAccess): CrmAccess {
  try {
    return readAccess();
  } catch (cause) {
    throw new Refused(
      'not-configured',
      cause instanceof Error ? cause.message : 'The settings cannot be read.',
      { cause },
    );
  }
}
