import type { PartnerType } from '../../src/icp/partner-types.ts';
import type { KindName } from './partner-kinds.ts';
import type { RoleKind } from './role-kinds.ts';
import type { RoleStory } from './role-story.ts';

/** Invented technology partners by kind, and the stage of their deal. */
export const TECHNOLOGY_CAST: readonly (readonly [KindName, string])[] = [
  ['cleared', 'scoped'],
  ['cleared', 'launching'],
  ['cleared', 'launched'],
  ['pending', 'checks'],
  ['pending', 'checks'],
  ['champion-only', 'checks'],
  ['stale-docs', 'checks'],
  ['flagged-logo', 'checks'],
  ['flagged-request', 'declined'],
  ['flagged-api', 'checks'],
  ['rival', 'scored'],
  ['logo', 'scored'],
  ['fast', 'scored'],
  ['fast', 'scored'],
  ['fast-with-gap', 'scored'],
  ['pass', 'declined'],
  ['undecided', 'sourced'],
  ['undecided-low', 'sourced'],
];

/** A role of a partner; `changed` stands for one that was scored as a reseller before. */
export interface Part {
  readonly type: RoleStory['type'];
  readonly kind: RoleKind | 'changed' | 'changed-answered';
  /** The stage of its deal; null where there is none. */
  readonly stage: string | null;
  readonly otherTypes?: readonly PartnerType[];
}

/** Partners of the other types: each of them in every lane, and clearances spread over them. */
export const ROLE_CAST: readonly Part[] = [
  { type: 'reseller', kind: 'cleared', stage: 'launched', otherTypes: ['fulfillment'] },
  { type: 'reseller', kind: 'enthusiast', stage: 'checks' },
  { type: 'reseller', kind: 'fast', stage: 'scored' },
  { type: 'reseller', kind: 'pass', stage: null },
  { type: 'reseller', kind: 'undecided', stage: null },
  { type: 'referral', kind: 'cleared', stage: 'launching', otherTypes: ['marketing'] },
  { type: 'referral', kind: 'pending', stage: 'checks' },
  { type: 'referral', kind: 'no-buyers', stage: 'scored' },
  { type: 'referral', kind: 'fast', stage: null },
  { type: 'referral', kind: 'pass', stage: null },
  { type: 'referral', kind: 'undecided', stage: null },
  { type: 'oem', kind: 'cleared', stage: 'scoped', otherTypes: ['technology'] },
  { type: 'oem', kind: 'rival', stage: 'declined' },
  { type: 'oem', kind: 'fast', stage: null },
  { type: 'oem', kind: 'pass', stage: null },
  { type: 'oem', kind: 'undecided', stage: null },
  { type: 'broker-agent', kind: 'pending', stage: 'checks' },
  { type: 'broker-agent', kind: 'flagged-logo', stage: null },
  { type: 'broker-agent', kind: 'no-owner', stage: null },
  { type: 'broker-agent', kind: 'fast', stage: 'scored' },
  { type: 'broker-agent', kind: 'pass', stage: null },
  { type: 'broker-agent', kind: 'undecided', stage: null },
  { type: 'fulfillment', kind: 'cleared', stage: 'launched' },
  { type: 'fulfillment', kind: 'pending', stage: null },
  { type: 'fulfillment', kind: 'fast', stage: null },
  { type: 'fulfillment', kind: 'pass', stage: null },
  { type: 'fulfillment', kind: 'undecided', stage: null },
  {
    type: 'managed-service-provider',
    kind: 'cleared',
    stage: 'launching',
    otherTypes: ['reseller', 'fulfillment'],
  },
  { type: 'managed-service-provider', kind: 'rival', stage: null },
  { type: 'managed-service-provider', kind: 'fast', stage: 'scored' },
  { type: 'managed-service-provider', kind: 'pass', stage: null },
  { type: 'managed-service-provider', kind: 'undecided', stage: null },
  { type: 'solution', kind: 'pending', stage: 'checks' },
  { type: 'solution', kind: 'changed', stage: null },
  { type: 'solution', kind: 'changed-answered', stage: 'scored' },
  { type: 'solution', kind: 'pass', stage: null },
  { type: 'solution', kind: 'undecided', stage: null },
  { type: 'marketing', kind: 'cleared', stage: 'scoped' },
  { type: 'marketing', kind: 'flagged-logo', stage: null },
  { type: 'marketing', kind: 'fast', stage: null },
  { type: 'marketing', kind: 'pass', stage: null },
  { type: 'marketing', kind: 'undecided', stage: 'sourced' },
];
