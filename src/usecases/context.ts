import { DEFAULT_TRANSPORT, openCrm } from '../crm/client/client.ts';
import type { Crm, CrmAccess, TransportSettings } from '../crm/client/request.ts';
import type { PartnerType } from '../icp/partner-types.ts';
import { type KnownInstallation, keepInstallation } from '../crm/installation.ts';
import type { PolicyHome } from '../contract/policy-home.ts';
import type { Jobs } from '../contract/jobs.ts';
import type { SignedPerson } from '../contract/signed-person.ts';
import type { Edition } from '../crm/installation-record.ts';
import { homeInCrm } from '../crm/policy-home.ts';
import type { KnownProfiles } from '../icp/profile.ts';
import { DEFAULT_SETTINGS, type Settings } from '../icp/settings.ts';
import { SHIPPED } from '../icp/shipped-profiles.ts';
import { type KnownPolicy, keepPolicy } from './policy/known-policy.ts';
import { dayIn } from '../icp/day-in.ts';
import { PRIVATE_REMEDIES, type Remedies } from './remedies.ts';
import { Refused } from './refused.ts';

/** What a use case works with. A door builds one. */
export interface Context extends KnownProfiles {
  crm: Crm;
  /** Where the portal keeps its policy and drafts. */
  home: PolicyHome;
  /** The policy as it was last read. Use cases work under `withPolicy`. */
  policy: KnownPolicy;
  settings: Settings;
  /**
   * Whether this door may publish profiles and settings: whoever holds the token may, a page of the private edition only
   * where the settings say so, and in the OAuth edition the people whom the settings name.
   */
  publishes: 'always' | 'by-settings' | 'by-person';
  /** The edition that this door belongs to. */
  edition: Edition;
  /** What people are told to do where the app itself cannot help. */
  remedies: Remedies;
  /** Who calls, where HubSpot has signed it; null where the caller says so itself. */
  person: SignedPerson | null;
  /** Work on the whole portal in the background; null where no server does it. */
  jobs: Jobs | null;
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
  policy?: KnownPolicy;
  publishes?: Context['publishes'];
}

/**
 * The context of a door that talks to one portal of the private edition.
 *
 * @param installation and policy of an earlier context for the same portal; read anew when left out
 * @param limitMs milliseconds from now after which no call is begun and none is waited for
 * @throws Refused `not-configured` when the settings are missing or wrong
 */
export function openContext(readAccess: () => CrmAccess, opening: Opening = {}): Context {
  const { limitMs, transport = DEFAULT_TRANSPORT, publishes = 'by-settings' } = opening;
  const { installation = keepInstallation(transport.now), policy = keepPolicy() } = opening;
  const endsAt = limitMs === undefined ? null : transport.now() + limitMs;
  const crm = openCrm(accessFrom(readAccess), { ...transport, endsAt });
  const home = homeInCrm(crm, installation);
  const ofEdition = {
    edition: 'private',
    remedies: PRIVATE_REMEDIES,
    publishes,
    person: null,
    jobs: null,
  } as const;
  return contextOver({ crm, home, installation, policy, ...ofEdition }, transport);
}

/** The context of a door that brings its own way to the portal, and its own home. */
export function contextOver(
  portal: Omit<Context, keyof KnownProfiles | 'settings' | 'defaultType' | 'now' | 'sleep' | 'random'>,
  { sleep, random }: Pick<TransportSettings, 'sleep' | 'random'> = DEFAULT_TRANSPORT,
): Context {
  return {
    ...portal,
    ...SHIPPED,
    settings: DEFAULT_SETTINGS,
    defaultType: 'technology',
    now: () => new Date(),
    sleep,
    random,
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
