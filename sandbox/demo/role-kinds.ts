import type { PartnerType } from '../../src/icp/partner-types.ts';
import { currentProfile, type Profile } from '../../src/icp/profile.ts';
import { SHIPPED } from '../../src/icp/shipped-profiles.ts';
import { type DrawnRatings, drawRatings, isOpen, isSurely, type Prospect, rated } from './draw-ratings.ts';
import type { Random } from './random.ts';
import { ALIGNMENT, type Draw, type Notes, type RoleStory } from './role-story.ts';
import type { Filled } from './step.ts';

/** Kinds of invented partners of the types other than technology. */
export type RoleKind =
  | 'cleared'
  | 'pending'
  | 'enthusiast'
  | 'no-owner'
  | 'no-buyers'
  | 'flagged-logo'
  | 'rival'
  | 'fast'
  | 'pass'
  | 'undecided';

const CHECKS = ['vanity_logo', 'competitor_in_disguise', 'enthusiastic_contact'] as const;
type Check = (typeof CHECKS)[number];

interface Kind {
  readonly fits: (prospect: Prospect) => boolean;
  readonly unknown?: readonly string[];
  readonly clear?: readonly Check[];
  readonly flagged?: Check;
}

const hasChampion = (prospect: Prospect) => rated(prospect, 'people') >= 3;
/** Deep by points, but a minimum keeps it from deep. */
const hasPointsForDeep = ({ low, lowLane }: Prospect) => low >= 400 && lowLane === 'fast';
const isGood = isSurely('deep');

const KINDS: Readonly<Record<RoleKind, Kind>> = {
  cleared: { fits: isGood, clear: CHECKS },
  pending: { fits: isGood, clear: ['vanity_logo'] },
  // everything is good but the people, of whom only one is known
  enthusiast: {
    fits: (prospect) => isSurely('deep')(prospect) && rated(prospect, 'people') === 3,
    flagged: 'enthusiastic_contact',
  },
  'no-owner': { fits: (prospect) => hasPointsForDeep(prospect) && rated(prospect, 'people') <= 2 },
  'no-buyers': {
    fits: (prospect) =>
      hasPointsForDeep(prospect) && hasChampion(prospect) && rated(prospect, 'market_access') <= 2,
  },
  'flagged-logo': { fits: isGood, clear: ['competitor_in_disguise'], flagged: 'vanity_logo' },
  rival: { fits: isGood, clear: ['vanity_logo'], flagged: 'competitor_in_disguise' },
  fast: { fits: (prospect) => isSurely('fast')(prospect) && hasChampion(prospect) },
  pass: { fits: (prospect) => isSurely('pass')(prospect) && hasChampion(prospect) },
  undecided: {
    fits: (prospect) => isOpen(prospect) && prospect.highLane === 'deep' && hasChampion(prospect),
    unknown: ['role_criteria', 'market_access'],
  },
};

/** Makes a random scorecard of a kind. */
export function fillRole(random: Random, story: RoleStory, kind: RoleKind): Filled {
  const { fits, unknown = [], clear = [], flagged } = KINDS[kind];
  const ratings = drawRatings(random, profileOf(story.type), fits, { unknown });
  return {
    partner_type: story.type,
    ...ratings,
    ...roleEvidence(random, story, ratings),
    ...checks(random, story.clear(drawWith(random)), clear, 'clear'),
    ...(flagged === undefined ? {} : checks(random, story.flagged(drawWith(random)), [flagged], 'flagged')),
  };
}

function drawWith(random: Random): Draw {
  return (low, high) => random.whole(low, high);
}

/** The profile that a scorecard of this type starts under. */
export function profileOf(type: PartnerType): Profile {
  const profile = currentProfile(SHIPPED, type);
  if (profile === null)
    throw new Error(`the demo has a partner of type ${type}, for which there is no profile`);
  return profile;
}

/** Evidence for the ratings; high and low ones have different texts. */
export function roleEvidence(random: Random, story: RoleStory, ratings: DrawnRatings): Filled {
  const strong: Notes = { company_alignment: ALIGNMENT, ...story.strong(drawWith(random)) };
  const weak = story.weak(drawWith(random));
  const written = Object.entries(ratings).flatMap(([key, rating]) => {
    const notes = (rating >= 4 ? strong : weak)[key] ?? [];
    return notes.length === 0 ? [] : [[`${key}_evidence`, random.pick(notes)] as const];
  });
  return Object.fromEntries(written);
}

function checks(random: Random, notes: Notes, keys: readonly Check[], state: 'clear' | 'flagged'): Filled {
  const answers = keys.flatMap((key) => [
    [`check_${key}`, state] as const,
    [`check_${key}_note`, random.pick(notes[key] ?? [''])] as const,
  ]);
  return Object.fromEntries(answers);
}
