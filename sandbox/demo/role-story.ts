import type { PartnerType } from '../../src/icp/partner-types.ts';

/** A whole number, both ends included. */
export type Draw = (low: number, high: number) => number;

/** What people may have written, by field name without its `_evidence` or `_note`. */
export type Notes = Readonly<Record<string, readonly string[]>>;

/** What partners of one type look like in the demo. Technology partners have texts of their own. */
export interface RoleStory {
  readonly type: Exclude<PartnerType, 'technology'>;
  /** The second word of a company's name. */
  readonly trades: readonly string[];
  /** As HubSpot names them. */
  readonly industries: readonly string[];
  /** How many people work there: fewest, most. */
  readonly employees: readonly [number, number];
  /** Job title of the third person whom we know there. */
  readonly thirdTitle: string;
  readonly dealPurposes: readonly string[];
  /** The task while checks are open. */
  readonly figures: string;
  /** Evidence behind a 4 or 5, by dimension. */
  readonly strong: (draw: Draw) => Notes;
  /** Evidence behind a lower rating. */
  readonly weak: (draw: Draw) => Notes;
  /** Notes on clear checks. */
  readonly clear: (draw: Draw) => Notes;
  /** Notes on flagged checks. */
  readonly flagged: (draw: Draw) => Notes;
}

/** Of both companies, which every type is asked. */
export const ALIGNMENT: readonly string[] = [
  'Both plan to grow with mid-sized firms; their board paper was shown to us.',
  'Same buyers, no rival offer, a weekly call that both keep.',
  'Same aims and buyers; two partners told us how they acted when a delivery went wrong.',
  'Two of their partners confirm it. One process differs, and they named what they would change.',
];
