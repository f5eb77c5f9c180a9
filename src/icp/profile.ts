import type { FactName } from './facts.ts';
import type { Lane, LaneFloors } from './lanes.ts';
import type { PartnerType } from './partner-types.ts';
import { RATINGS, type Rating } from './ratings.ts';

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
  /** The level in a few words, always visible beside the rating. At most 60 characters each. */
  anchors: LevelTexts;
  /** The level in full. At most 160 characters each. */
  rubric: LevelTexts;
  /** A 4 or 5 without evidence is marked unsupported and keeps clearance pending. */
  evidenceRequired: boolean;
  /** What to look at or ask for before rating. */
  evidencePrompts: readonly string[];
  /** Asked only by a profile that says `asksSaas`. */
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
  /** What a person has to ask for or look at before the check is clear. */
  asks: readonly string[];
  caps: Caps;
}

/** The written definition of a good partner of one type. Data: nothing in the rules knows one profile from another. */
export interface Profile {
  type: PartnerType;
  /** 0 is the one that the product ships; published ones count from 1. */
  version: number;
  title: string;
  /** Where its figures come from, and which are only our starting values: shown beside the lane. */
  origin: string;
  /** Whether the prompts for partners who sell software subscriptions are asked. */
  asksSaas: boolean;
  /** 3 to 8, in the order in which people are asked. */
  dimensions: readonly Dimension[];
  floors: LaneFloors;
  lanes: Readonly<Record<Lane, { label: string; next: string }>>;
  /** What a partner is called that is deep by ratings and clear in every check: `Cleared for build`. */
  cleared: string;
  checks: readonly CheckDefinition[];
  /** The facts that the checks look at. The others are not asked. */
  facts: readonly FactName[];
}

/** What to look at or ask for before rating a dimension of this profile. */
export function promptsOf(
  { evidencePrompts, saasPrompts = [] }: Dimension,
  { asksSaas }: Pick<Profile, 'asksSaas'>,
): readonly string[] {
  return asksSaas ? [...evidencePrompts, ...saasPrompts] : evidencePrompts;
}

/** The name under which a scorecard remembers its profile: `technology@0`. */
export function versionKey({ type, version }: Pick<Profile, 'type' | 'version'>): string {
  return `${type}@${version}`;
}

/** What no total can exceed: every rating at 5, weights of 100. */
export const MAX_TOTAL = 500;
/** What no total can fall below: every rating at 1. */
export const MIN_TOTAL = 100;

/**
 * What makes a profile unusable, each fault with the path of the field at fault. Empty when it can be judged by.
 * The shape itself (texts, numbers, lists) is checked by parse-profile.ts.
 */
export function profileFaults(profile: Profile): { path: string; message: string }[] {
  return [
    ...dimensionFaults(profile),
    ...floorFaults(profile),
    ...checkFaults(profile),
    ...factFaults(profile),
  ];
}

type Fault = { path: string; message: string };

function dimensionFaults({ dimensions }: Profile): Fault[] {
  const faults: Fault[] = [];
  if (dimensions.length < 3 || dimensions.length > 8)
    faults.push({
      path: 'dimensions',
      message: `a profile has 3 to 8 dimensions, this one has ${dimensions.length}`,
    });
  const sum = dimensions.reduce((points, { weight }) => points + weight, 0);
  if (sum !== 100)
    faults.push({ path: 'dimensions', message: `the weights must sum to 100, these sum to ${sum}` });
  for (const [index, { key, rubric }] of dimensions.entries()) {
    if (dimensions.findIndex((other) => other.key === key) !== index)
      faults.push({ path: `dimensions[${index}].key`, message: `${key} stands twice` });
    if (new Set(rubric).size !== RATINGS.length)
      faults.push({ path: `dimensions[${index}].rubric`, message: 'two levels read the same' });
  }
  return faults;
}

function floorFaults({ floors }: Profile): Fault[] {
  const faults: Fault[] = [];
  for (const lane of ['deep', 'fast'] as const)
    if (floors[lane] < MIN_TOTAL || floors[lane] > MAX_TOTAL)
      faults.push({
        path: `floors.${lane}`,
        message: `a floor lies within ${MIN_TOTAL} to ${MAX_TOTAL} points`,
      });
  if (floors.deep <= floors.fast)
    faults.push({ path: 'floors.deep', message: 'the floor of deep must be above the floor of fast' });
  return faults;
}

function checkFaults({ checks, dimensions }: Profile): Fault[] {
  const faults: Fault[] = [];
  for (const [index, { key, caps }] of checks.entries()) {
    if (checks.findIndex((other) => other.key === key) !== index)
      faults.push({ path: `checks[${index}].key`, message: `${key} stands twice` });
    if (caps.lane === undefined && caps.rating === undefined)
      faults.push({ path: `checks[${index}].caps`, message: 'a flag must cap the lane or a rating' });
    const capped = caps.rating?.dimension;
    if (capped !== undefined && !dimensions.some((dimension) => dimension.key === capped))
      faults.push({
        path: `checks[${index}].caps.rating.dimension`,
        message: `there is no dimension ${capped}`,
      });
  }
  return faults;
}

function factFaults({ facts }: Profile): Fault[] {
  return facts.flatMap((fact, index) =>
    facts.indexOf(fact) === index ? [] : [{ path: `facts[${index}]`, message: `${fact} stands twice` }],
  );
}
