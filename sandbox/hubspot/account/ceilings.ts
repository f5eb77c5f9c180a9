import type { Tier } from './account.ts';

/** How much an account may define. */
export interface Ceilings {
  /** Of each object type. */
  readonly customProperties: number;
  readonly customObjectTypes: number;
  /** Of deals. */
  readonly pipelines: number;
}

/** What the product catalog names; the sandbox counts, and refuses nothing. */
export const CEILINGS: Readonly<Record<Tier, Ceilings>> = {
  free: { customProperties: 10, customObjectTypes: 0, pipelines: 1 },
  starter: { customProperties: 1_000, customObjectTypes: 0, pipelines: 2 },
  professional: { customProperties: 1_000, customObjectTypes: 0, pipelines: 15 },
  enterprise: { customProperties: 1_000, customObjectTypes: 10, pipelines: 100 },
};

/** Half of the catalog's, for the switch: nothing may rest on a number that nobody verified. */
export function ceilingsOf(tier: Tier, setting: 'catalog' | 'half'): Ceilings {
  const { customProperties, customObjectTypes, pipelines } = CEILINGS[tier];
  if (setting === 'catalog') return CEILINGS[tier];
  return {
    customProperties: Math.floor(customProperties / 2),
    customObjectTypes: Math.floor(customObjectTypes / 2),
    pipelines: Math.ceil(pipelines / 2),
  };
}
