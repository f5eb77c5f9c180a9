import type { PartnerType } from '../../src/icp/partner-types.ts';

/**
 * Where a criterion stands in a profile: the dimension (or `check <key>`), and words of the line that carries it.
 * One place for each type, since nothing is rated twice.
 */
type Place = readonly [at: string, words: string];

/** One criterion of the guides, in our words. */
export interface Criterion {
  criterion: string;
  /** Per type that the guide asks it of. */
  places: Readonly<Partial<Record<PartnerType, Place>>>;
}

/** A part of the guides: how many criteria it names, and of which types it asks them. */
export interface Section {
  section: string;
  of: readonly PartnerType[];
  criteria: readonly Criterion[];
}

const CHANNEL = ['reseller', 'referral', 'oem', 'broker-agent'] as const;
const SERVICE = ['fulfillment', 'managed-service-provider', 'solution'] as const;
const TABLE = [...CHANNEL, ...SERVICE] as const;
const ALL_BUT_TECHNOLOGY = [...TABLE, 'marketing'] as const;

function everywhere(of: readonly PartnerType[], ...place: Place): Criterion['places'] {
  return Object.fromEntries(of.map((type) => [type, place]));
}

/** The same dimension for each type, other words. */
function each(at: string, words: Readonly<Partial<Record<PartnerType, string>>>): Record<string, Place> {
  return Object.fromEntries(Object.entries(words).map(([type, text]) => [type, [at, text] as const]));
}

const PEOPLE: Section = {
  section: 'ideal partner profile, "Persona"',
  of: ALL_BUT_TECHNOLOGY,
  criteria: [
    { criterion: 'vision for growth', places: everywhere(ALL_BUT_TECHNOLOGY, 'people', 'Vision: ') },
    {
      criterion: 'way of collaborating',
      places: everywhere(ALL_BUT_TECHNOLOGY, 'people', 'Way of working: '),
    },
    { criterion: 'measure of success', places: everywhere(ALL_BUT_TECHNOLOGY, 'people', 'Measure: ') },
    {
      criterion: 'experience with this type',
      places: everywhere(ALL_BUT_TECHNOLOGY, 'people', 'Experience: '),
    },
    { criterion: 'leadership and sponsor', places: everywhere(ALL_BUT_TECHNOLOGY, 'people', 'Sponsor: ') },
  ],
};

const COMPANY: Section = {
  section: 'ideal partner profile, "Company Alignment"',
  of: ALL_BUT_TECHNOLOGY,
  criteria: [
    { criterion: 'strategic fit', places: everywhere(ALL_BUT_TECHNOLOGY, 'company_alignment', 'Strategy: ') },
    {
      criterion: 'go-to-market',
      places: everywhere(ALL_BUT_TECHNOLOGY, 'company_alignment', 'Way to market: '),
    },
    { criterion: 'operations', places: everywhere(ALL_BUT_TECHNOLOGY, 'company_alignment', 'Operations: ') },
    { criterion: 'culture', places: everywhere(ALL_BUT_TECHNOLOGY, 'company_alignment', 'Culture: ') },
  ],
};

const OBJECTIVES: Section = {
  section: 'detailed criteria, "Partnership objectives alignment"',
  of: ALL_BUT_TECHNOLOGY,
  criteria: [
    {
      criterion: 'understands goals and type',
      places: each('role_criteria', {
        reseller: 'What a reseller of ours does and does not do',
        referral: 'What they think a referral partner does',
        oem: 'what they expect each side to do',
        'broker-agent': 'Their words for the mandate',
        fulfillment: 'Our goals for delivery in their words',
        'managed-service-provider': 'What they would do for an account',
        solution: 'What a solution partner of ours does',
        marketing: 'How they describe the work of a marketing partner',
      }),
    },
    {
      criterion: 'synergy with our strategy',
      places: each('role_criteria', {
        reseller: 'The target of our plan',
        referral: 'The aim of ours',
        oem: 'The line of our plan',
        'broker-agent': 'our plan for the year',
        fulfillment: 'The part of our plan',
        'managed-service-provider': 'the goal of theirs that each one serves',
        solution: 'The goal of ours for this year',
        marketing: 'The launch, segment or message of this year',
      }),
    },
  ],
};

const CHANNEL_PARTNERS: Section = {
  section: 'category paragraph, channel partners',
  of: CHANNEL,
  criteria: [
    {
      criterion: 'customer relationships',
      places: each('compatibility', {
        reseller: 'After the sale: who calls',
        referral: 'was the customer asked first',
        oem: 'Who talks to users',
        'broker-agent': 'How they treat a buyer',
      }),
    },
    {
      criterion: 'learns our solution deeply',
      places: each('role_criteria', {
        reseller: 'set aside to study the product',
        referral: 'Time spent on learning our product',
        oem: 'How their team studied ours',
        'broker-agent': 'How they study our product',
      }),
    },
    {
      criterion: 'support infrastructure',
      places: each('collaboration_support', {
        reseller: 'Support desk: ',
        referral: 'Support: the person',
        oem: 'Support desk: ',
        'broker-agent': 'Office behind the agent',
      }),
    },
  ],
};

const SERVICE_PARTNERS: Section = {
  section: 'category paragraph, service partners; "Service expertise" of the table',
  of: SERVICE,
  criteria: [
    {
      criterion: 'quality of the method',
      places: each('compatibility', {
        fulfillment: 'The steps from order to acceptance',
        'managed-service-provider': 'Their run book',
        solution: 'Their method from first workshop',
      }),
    },
    {
      criterion: 'technical expertise',
      places: each('compatibility', {
        fulfillment: 'Who would handle our orders',
        'managed-service-provider': 'Engineers with skill',
        solution: 'Consultants skilled',
      }),
    },
    {
      criterion: 'project management',
      places: each('collaboration_support', {
        fulfillment: 'The plan of an order under way',
        'managed-service-provider': 'The plan of their last rollout',
        solution: 'The plan of a project under way',
      }),
    },
    {
      criterion: 'record of delivery and satisfaction',
      places: each('role_criteria', {
        fulfillment: 'Two of their customers who rate the delivery',
        'managed-service-provider': 'Service reports of three accounts',
        solution: 'Three finished projects',
      }),
    },
  ],
};

const MARKETING_PARTNERS: Section = {
  section: 'category paragraph, marketing partners',
  of: ['marketing'],
  criteria: [
    {
      criterion: 'brand amplification',
      places: { marketing: ['collaboration_support', 'Where our name would appear'] },
    },
    { criterion: 'lead generation', places: { marketing: ['collaboration_support', 'Hand-over of a lead'] } },
    {
      criterion: 'content creation',
      places: { marketing: ['role_criteria', 'What they made in the last quarter'] },
    },
    { criterion: 'market influence', places: { marketing: ['market_access', 'Who quotes them'] } },
    { criterion: 'audience alignment', places: { marketing: ['compatibility', 'Their audience by role'] } },
    {
      criterion: 'understands our value',
      places: { marketing: ['role_criteria', 'Our value told by them'] },
    },
    {
      criterion: 'represents our brand',
      places: { marketing: ['role_criteria', 'use of our name and logo'] },
    },
  ],
};

const PRODUCT_PARTNERS: Section = {
  section: 'category paragraph, product partners',
  of: ['technology'],
  criteria: [
    {
      criterion: 'development philosophy and vision',
      places: { technology: ['product_complementarity', 'How they decide what to develop'] },
    },
    {
      criterion: 'integration capabilities',
      places: { technology: ['technical_readiness', 'Integrations they run today'] },
    },
    {
      criterion: 'support standards',
      places: { technology: ['technical_readiness', 'how fast their support answers'] },
    },
  ],
};

const SALES: Section = {
  section: 'table and detailed criteria, reseller',
  of: ['reseller'],
  criteria: [
    {
      criterion: 'product knowledge',
      places: { reseller: ['role_criteria', 'A demo given by one of their sellers'] },
    },
    {
      criterion: 'salesperson qualification and training',
      places: { reseller: ['role_criteria', "Sellers' background"] },
    },
    {
      criterion: 'record with similar products',
      places: { reseller: ['compatibility', 'Similar products in their range'] },
    },
    {
      criterion: 'sales process and strategy',
      places: { reseller: ['compatibility', 'Their sales steps and strategy'] },
    },
    {
      criterion: 'flexible and mutually beneficial model',
      places: { reseller: ['compatibility', 'where the margin can move'] },
    },
    {
      criterion: 'transparent pricing that fits ours',
      places: { reseller: ['compatibility', 'line by line'] },
    },
    { criterion: 'marketing support', places: { reseller: ['collaboration_support', 'Marketing: '] } },
    { criterion: 'sales support', places: { reseller: ['collaboration_support', 'Sales support: '] } },
  ],
};

const NETWORKS: Section = {
  section: 'table and detailed criteria, referral partner and broker or agent',
  of: ['referral', 'broker-agent'],
  criteria: [
    {
      criterion: 'industry background and knowledge',
      places: each('role_criteria', {
        referral: 'Years in the industry',
        'broker-agent': 'Career in the industry',
      }),
    },
    {
      criterion: 'record in similar partnerships',
      places: each('role_criteria', {
        referral: 'Referral partnerships the company has had',
        'broker-agent': 'Two companies they acted for',
      }),
    },
    {
      criterion: 'reputation in the industry',
      places: each('role_criteria', { referral: 'what peers say', 'broker-agent': 'its name among buyers' }),
    },
    {
      criterion: 'network reach',
      places: everywhere(['referral', 'broker-agent'], 'compatibility', 'Network: '),
    },
    {
      criterion: 'incentives: flexible, fair, open',
      places: each('compatibility', {
        referral: 'Reward: share, trigger and duration',
        'broker-agent': 'Commission: base, rate',
      }),
    },
    {
      criterion: 'communication',
      places: each('collaboration_support', {
        referral: 'Talks: how often',
        'broker-agent': 'A report on an open deal',
      }),
    },
    {
      criterion: 'collaboration',
      places: each('collaboration_support', {
        referral: 'The notes that came with one introduction',
        'broker-agent': 'Who agrees to a price or a promise',
      }),
    },
  ],
};

const JOINED_PRODUCTS: Section = {
  section: 'table and detailed criteria, OEM and solution partner',
  of: ['oem', 'solution'],
  criteria: [
    {
      criterion: 'enhances our product',
      places: each('role_criteria', {
        oem: 'What each product does better',
        solution: 'What our product can do with theirs',
      }),
    },
    {
      criterion: 'shared customer pain',
      places: each('role_criteria', {
        oem: 'The problem that users of both describe',
        solution: 'The problem that takes both offers',
      }),
    },
    {
      criterion: 'joint development',
      places: each('collaboration_support', {
        oem: 'Joint development: ',
        solution: 'What both would develop next',
      }),
    },
    {
      criterion: 'joined without seams',
      places: each('compatibility', { oem: 'A running trial', solution: 'The solution in a test account' }),
    },
    {
      criterion: 'proficient in the technologies',
      places: each('compatibility', {
        oem: 'Engineers assigned',
        solution: 'skilled in the systems involved',
      }),
    },
    {
      criterion: 'ongoing updates',
      places: each('compatibility', { oem: 'Updates: how soon', solution: 'What they released last year' }),
    },
    {
      criterion: 'ongoing support',
      places: each('collaboration_support', {
        oem: 'Support over time',
        solution: 'After go-live: hours of support',
      }),
    },
  ],
};

const SERVICES: Section = {
  section: 'table, fulfillment partner and managed service provider',
  of: ['fulfillment', 'managed-service-provider'],
  criteria: [
    {
      criterion: 'quality standards, scalability',
      places: each('role_criteria', {
        fulfillment: 'The quality standard in writing',
        'managed-service-provider': 'Accounts per engineer today',
      }),
    },
    {
      criterion: 'growth potential, record',
      places: each('role_criteria', {
        fulfillment: 'Orders delivered for others',
        'managed-service-provider': 'How much the service grew',
      }),
    },
    {
      criterion: 'collaboration',
      places: each('collaboration_support', {
        fulfillment: 'The way of a late order',
        'managed-service-provider': 'Who calls whom at night',
      }),
    },
    {
      criterion: 'communication',
      places: each('collaboration_support', {
        fulfillment: 'A status report',
        'managed-service-provider': 'The account report that we would see',
      }),
    },
  ],
};

const OPERATIONS_AND_CULTURE: Section = {
  section: 'detailed criteria, "Operational fit" and "Company strategy and culture fit"',
  of: ALL_BUT_TECHNOLOGY,
  criteria: [
    {
      criterion: 'complementary workflows',
      places: everywhere(ALL_BUT_TECHNOLOGY, 'company_alignment', 'which steps must mesh'),
    },
    {
      criterion: 'adapts to each other',
      places: everywhere(ALL_BUT_TECHNOLOGY, 'company_alignment', 'who has changed a process'),
    },
    {
      criterion: 'communication between teams',
      places: everywhere(ALL_BUT_TECHNOLOGY, 'company_alignment', 'how the teams talk'),
    },
    {
      criterion: 'shared vision and mission',
      places: everywhere(ALL_BUT_TECHNOLOGY, 'company_alignment', 'the growth that both plan for'),
    },
    {
      criterion: 'work ethics and principles',
      places: everywhere(ALL_BUT_TECHNOLOGY, 'company_alignment', 'how they treat commitments'),
    },
    {
      criterion: 'positive, collaborative approach',
      places: everywhere(ALL_BUT_TECHNOLOGY, 'company_alignment', 'seen in a dealing of theirs'),
    },
  ],
};

const MARKET_ACCESS: Section = {
  section: 'table and detailed criteria, "Market access"',
  of: ALL_BUT_TECHNOLOGY,
  criteria: [
    {
      criterion: 'access to target market and audience',
      places: {
        ...everywhere(TABLE, 'market_access', 'How they reach the audience'),
        marketing: ['market_access', 'Our target accounts among their subscribers'],
      },
    },
    {
      criterion: 'existing relationships',
      places: {
        ...everywhere(TABLE, 'market_access', 'the person they know there'),
        marketing: ['market_access', 'People at those accounts whom they know'],
      },
    },
    {
      criterion: 'retention and satisfaction',
      places: {
        ...everywhere(TABLE, 'market_access', 'Share of customers who stayed'),
        marketing: ['market_access', 'Share of subscribers or members who stayed'],
      },
    },
  ],
};

const TRAINING: Section = {
  section: 'detailed criteria, "Training and onboarding capabilities"',
  of: TABLE,
  criteria: [
    {
      criterion: 'thorough onboarding',
      places: each('collaboration_support', {
        reseller: 'Onboarding: ',
        referral: 'Onboarding: ',
        oem: 'Onboarding: ',
        'broker-agent': 'Onboarding: ',
        fulfillment: 'Onboarding: ',
        'managed-service-provider': 'How a new engineer learns a product',
        solution: 'How consultants learn our product',
      }),
    },
    {
      criterion: 'ongoing training and support',
      places: each('collaboration_support', {
        reseller: 'Later training: ',
        referral: 'Refreshers: ',
        oem: 'Later courses: ',
        'broker-agent': 'Training after that',
        fulfillment: 'How staff are trained again',
        'managed-service-provider': 'Training days per engineer',
        solution: 'Training in later years',
      }),
    },
    {
      criterion: 'educational material',
      places: each('collaboration_support', {
        reseller: 'course material',
        referral: 'can open our material',
        oem: 'where staff find our manuals',
        'broker-agent': 'which of our material',
        fulfillment: 'what material both sides supply',
        'managed-service-provider': 'who keeps the guides current',
        solution: 'the material they need from us',
      }),
    },
  ],
};

const PRICING: Section = {
  section: 'detailed criteria, "Revenue sharing or pricing models", where the table has terms',
  of: ['reseller', 'referral', 'oem', 'broker-agent', 'technology'],
  criteria: [
    {
      criterion: 'mutually beneficial, open, in line with our prices',
      places: {
        ...each('compatibility', {
          reseller: 'what each side earns',
          referral: 'what they get, what we keep',
          oem: 'what both sides can see, where it can move',
          'broker-agent': 'to see what we would be able to check',
        }),
        technology: ['commercial_alignment', 'price, and to whom'],
      },
    },
  ],
};

/** Asked only by the profiles that say so. */
export const SAAS: Section = {
  section: 'detailed criteria, "SaaS-specific factors"',
  of: ['reseller', 'managed-service-provider', 'solution'],
  criteria: [
    {
      criterion: 'models and market trends',
      places: each('role_criteria', {
        reseller: 'Subscription software they sell today',
        'managed-service-provider': 'How subscription software is sold',
        solution: 'How the move from licenses to subscriptions',
      }),
    },
    {
      criterion: 'subscription management and billing',
      places: each('compatibility', {
        reseller: 'How they bill, renew',
        'managed-service-provider': 'How they bill monthly',
        solution: 'Who bills each subscription',
      }),
    },
    {
      criterion: 'customer success and retention',
      places: each('collaboration_support', {
        reseller: 'that subscribers succeed',
        'managed-service-provider': 'first ninety days of an account',
        solution: 'whether the customer uses the solution',
      }),
    },
  ],
};

const TECHNOLOGY: Section = {
  section: 'partner ICP, dimensions and anti-patterns',
  of: ['technology'],
  criteria: [
    {
      criterion: 'customers using both',
      places: { technology: ['customer_overlap', 'Number of current customers on both products'] },
    },
    {
      criterion: 'deals stalled or churned',
      places: { technology: ['customer_overlap', 'Deals that stalled'] },
    },
    {
      criterion: 'the same manual workflow',
      places: { technology: ['customer_overlap', 'describe the same manual step'] },
    },
    {
      criterion: 'account mapping',
      places: { technology: ['customer_overlap', 'Account lists were compared'] },
    },
    {
      criterion: 'completes, not competes',
      places: { technology: ['product_complementarity', 'The workflow, step by step'] },
    },
    {
      criterion: 'the partner wants to build too',
      places: { technology: ['product_complementarity', 'put into the build themselves'] },
    },
    {
      criterion: 'a channel that is real',
      places: { technology: ['distribution_reach', 'a place to park'] },
    },
    {
      criterion: 'proof from a comparable integration',
      places: { technology: ['distribution_reach', 'a comparable integration, and the result'] },
    },
    {
      criterion: 'category page and launch mail',
      places: { technology: ['distribution_reach', 'Category page, launch mail'] },
    },
    {
      criterion: 'docs, portal, sandbox, changelog',
      places: {
        technology: ['technical_readiness', 'Links to docs, developer portal, sandbox and changelog'],
      },
    },
    {
      criterion: 'path to production',
      places: { technology: ['technical_readiness', 'How long their app review takes'] },
    },
    {
      criterion: 'sales motion',
      places: { technology: ['commercial_alignment', 'How they sell (self-serve or field sales)'] },
    },
    {
      criterion: 'who owns the customer relationship',
      places: { technology: ['commercial_alignment', "Who holds the customer's record"] },
    },
    {
      criterion: 'segment or motion of this year',
      places: { technology: ['strategic_fit', "The line of this year's plan"] },
    },
    {
      criterion: 'tiebreaker',
      places: { technology: ['strategic_fit', 'Of two partners that score alike'] },
    },
    {
      criterion: 'usage figures, not brand recall',
      places: { technology: ['check vanity-logo', 'Get usage figures'] },
    },
    {
      criterion: 'the workflow mapped',
      places: { technology: ['check competitor-in-disguise', 'Draw the workflow'] },
    },
    {
      criterion: 'several deals or renewals',
      places: { technology: ['check single-prospect-request', 'other deals, renewals or churn talks'] },
    },
    {
      criterion: 'docs, sandbox, changelog inspected',
      places: { technology: ['check dead-api', 'Open the docs, the sandbox and the changelog'] },
    },
  ],
};

const MANDATE: Section = {
  section: 'partner ICP, the enthusiastic contact',
  of: ['technology', ...ALL_BUT_TECHNOLOGY],
  criteria: [
    {
      criterion: 'a named owner',
      places: everywhere(
        ['technology', ...ALL_BUT_TECHNOLOGY],
        'check enthusiastic-contact',
        'Who owns the partnership',
      ),
    },
    {
      criterion: 'a real program',
      places: everywhere(
        ['technology', ...ALL_BUT_TECHNOLOGY],
        'check enthusiastic-contact',
        'a partner program that runs today',
      ),
    },
    {
      criterion: 'a documented process',
      places: everywhere(['technology', ...ALL_BUT_TECHNOLOGY], 'check enthusiastic-contact', 'written down'),
    },
  ],
};

/** Every criterion of both guides, by the part that names it. */
export const SECTIONS: readonly Section[] = [
  PEOPLE,
  COMPANY,
  OBJECTIVES,
  CHANNEL_PARTNERS,
  SERVICE_PARTNERS,
  MARKETING_PARTNERS,
  PRODUCT_PARTNERS,
  SALES,
  NETWORKS,
  JOINED_PRODUCTS,
  SERVICES,
  OPERATIONS_AND_CULTURE,
  MARKET_ACCESS,
  TRAINING,
  PRICING,
  SAAS,
  TECHNOLOGY,
  MANDATE,
];
