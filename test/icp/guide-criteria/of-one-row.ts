import { each, everywhere, type Section } from './criterion.ts';

export const SALES: Section = {
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

export const NETWORKS: Section = {
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

export const JOINED_PRODUCTS: Section = {
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

export const SERVICES: Section = {
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

/** Only in profiles with `asksSaas`. */
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
