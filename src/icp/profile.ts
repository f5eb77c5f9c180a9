import { dayInWords } from './day-in.ts';
import type { FactName } from './facts.ts';
import type { Lane, LaneFloors } from './lanes.ts';
import { PARTNER_TYPES, type PartnerType, isPartnerType, partnerTypeLabel } from './partner-types.ts';
import type { Rating } from './ratings.ts';

/** One text per rating, from 1 (poor) to 5 (ideal). */
export type LevelTexts = readonly [string, string, string, string, string];

/** One question of a profile. */
export interface Dimension {
  /** Lower case with `_`. The CRM property is `ipp_<key>`. */
  key: string;
  label: string;
  question: string;
  /** Whole points, 1..100. The weights of a profile sum to 100. */
  weight: number;
  /** Why it weighs this much: one sentence. */
  weightReason: string;
  /** The short form of the level, shown beside the rating. At most 60 characters each. */
  anchors: LevelTexts;
  /** The level in full. At most 160 characters each. */
  rubric: LevelTexts;
  /** Whether a 4 or 5 without evidence shows "Evidence missing" and keeps clearance pending. */
  evidenceRequired: boolean;
  /** Questions to ask the partner before rating, as they stand: "you" is the partner. At most 5 with those of SaaS. */
  evidencePrompts: readonly string[];
  /** Shown only by a profile with `asksSaas`. */
  saasPrompts?: readonly string[];
}

/** What a flagged check does. */
export interface Caps {
  /** The lane is at most this one. */
  lane?: Exclude<Lane, 'deep'>;
  /** The rating of this dimension counts as at most `at`. */
  rating?: { dimension: string; at: Rating };
}

/** One anti-pattern that a partner is checked for. */
export interface CheckDefinition {
  /** Lower case with `-`. The CRM property is `ipp_check_<key with _>`. */
  key: string;
  label: string;
  looksLike: string;
  whyItFails: string;
  /** What to ask for or look at before the check is clear. */
  asks: readonly string[];
  caps: Caps;
}

/** The written definition of a good partner of one type. Data: no rule depends on a particular profile. */
export interface Profile {
  type: PartnerType;
  /** 0 for a shipped profile; published ones count from 1. */
  version: number;
  title: string;
  /** Where the figures come from and which are only our starting values. Shown beside the lane. */
  origin: string;
  /** Whether the prompts for partners who sell software subscriptions are shown. */
  asksSaas: boolean;
  /** 3 to 8, in the order of the card. */
  dimensions: readonly Dimension[];
  floors: LaneFloors;
  /** The minimums: per dimension the rating, 2..5, that deep needs, whatever the total. */
  deepNeeds: Readonly<Record<string, Rating>>;
  /** Why deep has this minimum: one sentence for each key of `deepNeeds`. */
  minimumReasons: Readonly<Record<string, string>>;
  lanes: Readonly<Record<Lane, { label: string; next: string }>>;
  checks: readonly CheckDefinition[];
  /** The facts that the checks look at. The others are not asked. */
  facts: readonly FactName[];
}

/** The questions to ask before rating a dimension of this profile. */
export function promptsOf(
  { evidencePrompts, saasPrompts = [] }: Dimension,
  { asksSaas }: Pick<Profile, 'asksSaas'>,
): readonly string[] {
  return asksSaas ? [...evidencePrompts, ...saasPrompts] : evidencePrompts;
}

/** The rating of the dimension that deep needs; 1 where the profile has no minimum for it. */
export function minimumOf({ deepNeeds }: Pick<Profile, 'deepNeeds'>, dimension: string): Rating {
  return Object.hasOwn(deepNeeds, dimension) ? (deepNeeds[dimension] ?? 1) : 1;
}

/** The version key that is stamped on a scorecard: `technology@0`. */
export function versionKey({ type, version }: Pick<Profile, 'type' | 'version'>): string {
  return `${type}@${version}`;
}

/** A version key for people: `Technology partner, v3`, or `Technology partner, as shipped`. What names no type stays as it is. */
export function versionInWords(key: string): string {
  const [type, version] = key.split('@');
  if (!isPartnerType(type) || version === undefined) return key;
  return `${partnerTypeLabel(type)}, ${version === '0' ? 'as shipped' : `v${version}`}`;
}

/**
 * A profile's name for people: `Profile of 3 March 2026 (v2)`, or `Shipped profile`.
 *
 * @param on the day of its publication, `YYYY-MM-DD`; null where it is not known
 */
export function profileName({ version }: Pick<Profile, 'version'>, on: string | null): string {
  if (version === 0) return 'Shipped profile';
  return on === null ? `Published profile (v${version})` : `Profile of ${dayInWords(on)} (v${version})`;
}

/** The total with every rating at 5. */
export const MAX_TOTAL = 500;
/** The total with every rating at 1. */
export const MIN_TOTAL = 100;

/** A label inside a sentence: `customer overlap`, `dead API`, but `API docs` stays. */
export function inSentence(label: string): string {
  const isAbbreviation = isCapital(label.charCodeAt(0)) && isCapital(label.charCodeAt(1));
  return isAbbreviation ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}

/** The profile with this version key, `technology@0`, or null. */
export function findProfile(profiles: readonly Profile[], key: string): Profile | null {
  return profiles.find((profile) => versionKey(profile) === key) ?? null;
}

/** The profiles that a portal knows, and which of them a new scorecard starts under. */
export interface KnownProfiles {
  /** Every version, shipped and published. */
  profiles: readonly Profile[];
  /** The current version per type. A type that is absent has never been published: its shipped profile is current. */
  current: CurrentVersions;
}

export type CurrentVersions = Readonly<Partial<Record<PartnerType, number>>>;

/** The version keys of all current profiles; null where it is not known which one is current. */
export function currentKeys(current: CurrentVersions): string[] | null {
  const versions = PARTNER_TYPES.map(({ key }) => ({ type: key, version: current[key] ?? 0 }));
  return versions.some(({ version }) => version < 0) ? null : versions.map(versionKey);
}

/** The profile that new scorecards of a type start under; null where it is not known, or there is none. */
export function currentProfile({ profiles, current }: KnownProfiles, type: PartnerType): Profile | null {
  const version = current[type] ?? 0;
  return profiles.find((profile) => profile.type === type && profile.version === version) ?? null;
}
