import type { PartnerType } from '../../../../src/icp/partner-types.ts';

/** The ways in which a partner looks good and is not, as the guide names them. */
export const PATTERNS = [
  'vanity-logo',
  'competitor-in-disguise',
  'single-prospect-request',
  'dead-api',
  'enthusiastic-contact',
] as const;
export type Pattern = (typeof PATTERNS)[number];

/** Both ends included. */
type Range = readonly [low: number, high: number];

/** What a partner is like, and of what a person who knows the guide would suspect it. */
export interface Story {
  what: string;
  type: PartnerType;
  ratings: Readonly<Record<string, Range>>;
  shared: Range;
  asking: Range;
  contacts: Range;
  sponsors: Range;
  /** Null: nobody has looked. */
  inspected: { seen: readonly string[]; daysAgo: Range } | null;
  shows: readonly Pattern[];
}

type Told = Partial<Omit<Story, 'type'>> & Pick<Story, 'what' | 'shows'>;

const THREE = ['api-docs', 'sandbox', 'changelog'];
const ALL = [...THREE, 'developer-portal', 'path-to-production'];

const GOOD: Omit<Story, 'what' | 'type' | 'ratings' | 'shows'> = {
  ...{ shared: [6, 12], asking: [2, 6], contacts: [2, 5], sponsors: [1, 2] },
  inspected: { seen: ALL, daysAgo: [1, 150] },
};
const RATED: Story['ratings'] = {
  ...{ customer_overlap: [3, 5], product_complementarity: [3, 5], distribution_reach: [2, 5] },
  ...{ technical_readiness: [2, 5], commercial_alignment: [1, 5], strategic_fit: [1, 5] },
};
const LOGO: Story['ratings'] = { ...RATED, customer_overlap: [1, 2], distribution_reach: [4, 5] };
const ONE_REQUEST = { asking: [1, 1], shared: [0, 4] } as const;
const ALONE = { contacts: [1, 1], sponsors: [0, 0] } as const;

const OF_TECHNOLOGY: readonly Told[] = [
  { what: 'many customers use both, and nothing speaks against it', shows: [] },
  { what: 'a name that all know and no customer uses', ratings: LOGO, shows: ['vanity-logo'] },
  {
    what: 'few customers and little reach',
    ratings: { ...RATED, customer_overlap: [1, 2], distribution_reach: [1, 3] },
    shows: [],
  },
  {
    what: 'all customers use it, for the same job',
    ratings: { ...RATED, customer_overlap: [4, 5], product_complementarity: [2, 2] },
    shows: ['competitor-in-disguise'],
  },
  {
    what: 'the same product once more',
    ratings: { ...RATED, customer_overlap: [3, 5], product_complementarity: [1, 1] },
    shows: ['competitor-in-disguise'],
  },
  {
    what: 'little in common, with few',
    ratings: {
      ...RATED,
      customer_overlap: [1, 3],
      product_complementarity: [2, 2],
      distribution_reach: [1, 3],
    },
    shows: [],
  },
  { what: 'one loud customer', ...ONE_REQUEST, shows: ['single-prospect-request'] },
  { what: 'one asks, and many use both', asking: [1, 1], shared: [6, 12], shows: [] },
  { what: 'several ask, and few use both', asking: [3, 6], shared: [0, 4], shows: [] },
  { what: 'nobody asks', asking: [0, 0], shared: [0, 4], shows: [] },
  {
    what: 'one asks, and nobody claims that there were more',
    ...ONE_REQUEST,
    ratings: { ...RATED, customer_overlap: [1, 2], distribution_reach: [1, 3] },
    shows: [],
  },
  {
    what: 'no sandbox to try it in',
    inspected: { seen: ['api-docs', 'changelog', 'developer-portal'], daysAgo: [1, 100] },
    shows: ['dead-api'],
  },
  { what: 'docs behind a login', inspected: { seen: [], daysAgo: [1, 100] }, shows: ['dead-api'] },
  {
    what: 'everything there, when we looked long ago',
    inspected: { seen: ALL, daysAgo: [200, 900] },
    shows: ['dead-api'],
  },
  { what: 'all three there, and no portal', inspected: { seen: THREE, daysAgo: [1, 100] }, shows: [] },
  { what: 'nobody has looked at the API', inspected: null, shows: [] },
  { what: 'one friendly person', ...ALONE, shows: ['enthusiastic-contact'] },
  { what: 'one person, who is the sponsor', contacts: [1, 1], sponsors: [1, 1], shows: [] },
  { what: 'many people, none of them a sponsor', contacts: [3, 6], sponsors: [0, 0], shows: [] },
  { what: 'nobody is known there', contacts: [0, 0], sponsors: [0, 0], shows: [] },
  {
    what: 'a great name, one fan, and no docs',
    ...ALONE,
    ratings: LOGO,
    inspected: { seen: ['developer-portal'], daysAgo: [1, 100] },
    shows: ['vanity-logo', 'dead-api', 'enthusiastic-contact'],
  },
  {
    what: 'a rival whom one customer asked for',
    ...ONE_REQUEST,
    ratings: { ...RATED, customer_overlap: [4, 5], product_complementarity: [1, 2] },
    shows: ['competitor-in-disguise', 'single-prospect-request'],
  },
];

const MET: Story['ratings'] = {
  ...{ people: [3, 5], company_alignment: [2, 5], role_criteria: [1, 5] },
  ...{ compatibility: [3, 5], collaboration_support: [1, 5], market_access: [1, 5] },
};
const FAME: Story['ratings'] = { ...MET, compatibility: [1, 2], market_access: [4, 5] };

/** @param isService whether what it does has to fit into what we do */
const ofOthers = (isService: boolean): readonly Told[] => [
  { what: 'people who want it, and a company that lets them', ratings: MET, shows: [] },
  { what: 'one friendly person', ratings: MET, ...ALONE, shows: ['enthusiastic-contact'] },
  { what: 'people without a plan', ratings: { ...MET, people: [1, 2] }, shows: ['enthusiastic-contact'] },
  {
    what: 'a way to all our buyers, against us',
    ratings: { ...MET, company_alignment: [1, 1], market_access: [4, 5] },
    shows: ['competitor-in-disguise'],
  },
  {
    what: 'no common aim, and no market either',
    ratings: { ...MET, company_alignment: [1, 1], market_access: [1, 3] },
    shows: [],
  },
  { what: 'known by all, and fits nothing', ratings: FAME, shows: isService ? ['vanity-logo'] : [] },
  // what is asked of a technology partner says nothing about another one
  { what: 'one request, nothing inspected', ratings: MET, ...ONE_REQUEST, inspected: null, shows: [] },
];

const SERVICES: readonly PartnerType[] = ['fulfillment', 'managed-service-provider', 'solution'];
const OTHERS: readonly PartnerType[] = ['reseller', 'referral', 'oem', 'broker-agent', 'marketing'];

const ofType = (type: PartnerType, stories: readonly Told[]): Story[] =>
  stories.map((story) => ({ ratings: RATED, ...GOOD, ...story, type }));

export const STORIES: readonly Story[] = [
  // twice, so that other figures are drawn
  ...ofType('technology', [...OF_TECHNOLOGY, ...OF_TECHNOLOGY]),
  ...SERVICES.flatMap((type) => ofType(type, ofOthers(true))),
  ...OTHERS.flatMap((type) => ofType(type, ofOthers(false))),
];
