import type { PartnerType } from './partner-types.ts';
import type { Profile } from './profile.ts';
import { SHIPPED_PROFILES } from './shipped-profiles.ts';

/** A choice of weights to start a draft from. */
export interface Preset {
  key: 'balanced' | 'retention' | 'growth';
  title: string;
  /** For whom it is, in one sentence. */
  sentence: string;
  /** Per dimension of the shipped profile, in its order: the weight and why it weighs this much. */
  weights: readonly { dimension: string; weight: number; reason: string }[];
}

/**
 * The presets of a type, the shipped weights first. Our figures; the direction of the other two is the guide's.
 *
 * Source: partner ICP guide, the section on the six dimensions: weights follow the strategy.
 */
export function presetsFor(type: PartnerType): readonly Preset[] {
  const shipped = SHIPPED_PROFILES.find((profile) => profile.type === type);
  if (shipped === undefined) return [];
  return [balanced(shipped), ...(type === 'technology' ? TECHNOLOGY.map(presetOf(shipped)) : [])];
}

/** A draft with the weights of a preset. Dimensions that the preset does not name keep theirs. */
export function withPreset(draft: Profile, { weights }: Preset): Profile {
  const dimensions = draft.dimensions.map((dimension) => {
    const set = weights.find(({ dimension: key }) => key === dimension.key);
    return set === undefined ? dimension : { ...dimension, weight: set.weight, weightReason: set.reason };
  });
  return { ...draft, dimensions };
}

function balanced({ dimensions }: Profile): Preset {
  return {
    key: 'balanced',
    title: 'Balanced',
    sentence:
      'The weights that come with Partner ICP: a start for a portal that has no strategy to put first yet.',
    weights: dimensions.map(({ key, weight, weightReason }) => ({
      dimension: key,
      weight,
      reason: weightReason,
    })),
  };
}

type Changed = Omit<Preset, 'weights'> & {
  changed: Readonly<Record<string, [weight: number, reason: string]>>;
};

const TECHNOLOGY: readonly Changed[] = [
  {
    key: 'retention',
    title: 'Retention',
    sentence: 'For teams that want to keep customers: what they already use next to our product counts most.',
    changed: {
      customer_overlap: [35, 'Customers who use both stay longer once the two products work as one.'],
      product_complementarity: [25, 'A product that carries on our job makes ours harder to leave.'],
      distribution_reach: [10, 'Attention from outside keeps no customer, so it counts less here.'],
      technical_readiness: [15, 'A link that breaks drives away the customers whom it should keep.'],
    },
  },
  {
    key: 'growth',
    title: 'Growth',
    sentence: 'For teams that want new customers: a partner with a channel that works counts more.',
    changed: {
      customer_overlap: [30, 'Shared customers are still the proof that a new one will use the integration.'],
      product_complementarity: [
        15,
        'A clear job for both still has to be there, but it brings no leads by itself.',
      ],
      distribution_reach: [
        25,
        'New customers come through a channel that has brought them to others before.',
      ],
    },
  },
];

function presetOf({ dimensions }: Profile) {
  return ({ changed, ...preset }: Changed): Preset => ({
    ...preset,
    weights: dimensions.map(({ key, weight, weightReason }) => {
      const [changedWeight, reason] = changed[key] ?? [weight, weightReason];
      return { dimension: key, weight: changedWeight, reason };
    }),
  });
}
