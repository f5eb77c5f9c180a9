import { ALL_BUT_TECHNOLOGY, each, type Section } from './criterion.ts';

export const SALES: Section = {
  section: 'table and detailed criteria, reseller',
  of: ['reseller'],
  criteria: [
    {
      criterion: 'product knowledge',
      places: { reseller: ['role_criteria', 'show us a demo'] },
    },
    {
      criterion: 'salesperson qualification and training',
      places: { reseller: ['role_criteria', 'with which background'] },
    },
    {
      criterion: 'record with similar products',
      places: { reseller: ['compatibility', 'Which similar products have you sold'] },
    },
    {
      criterion: 'sales process and strategy',
      places: { reseller: ['compatibility', 'What are your steps from first call'] },
    },
    {
      criterion: 'flexible and mutually beneficial model',
      places: { reseller: ['compatibility', 'what can move'] },
    },
    {
      criterion: 'transparent pricing that fits ours',
      places: { reseller: ['compatibility', 'line by line'] },
    },
    {
      criterion: 'marketing support',
      places: { reseller: ['collaboration_support', 'Which campaigns would you pay for'] },
    },
    { criterion: 'sales support', places: { reseller: ['collaboration_support', 'Who joins sales calls'] } },
  ],
};

export const NETWORKS: Section = {
  section: 'table and detailed criteria, referral partner and broker or agent',
  of: ['referral', 'broker-agent'],
  criteria: [
    {
      criterion: 'industry background and knowledge',
      places: each('role_criteria', {
        referral: 'How long have you been in this industry',
        'broker-agent': 'How long have you been in this industry',
      }),
    },
    {
      criterion: 'record in similar partnerships',
      places: each('role_criteria', {
        referral: 'For which vendors have you won customers',
        'broker-agent': 'Which 2 companies can confirm',
      }),
    },
    {
      criterion: 'reputation in the industry',
      places: each('role_criteria', {
        referral: 'who there would speak for you',
        'broker-agent': 'which buyers would speak for you',
      }),
    },
    {
      criterion: 'network reach',
      places: each('compatibility', {
        referral: 'Which circles do you move in',
        'broker-agent': 'Which firms met you',
      }),
    },
    {
      criterion: 'incentives: flexible, fair, open',
      places: each('compatibility', {
        referral: 'Which share do you expect',
        'broker-agent': 'On which sum is your commission',
      }),
    },
    {
      criterion: 'communication',
      places: each('collaboration_support', {
        referral: 'On which day would we talk',
        'broker-agent': 'May we see a report on an open deal',
      }),
    },
    {
      criterion: 'collaboration',
      places: each('collaboration_support', {
        referral: 'May we see the notes of one introduction',
        'broker-agent': 'Who agrees a price or a promise',
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
        oem: 'what does each product gain',
        solution: 'what can ours do only with yours',
      }),
    },
    {
      criterion: 'shared customer pain',
      places: each('role_criteria', {
        oem: 'Which users describe the problem',
        solution: 'Which customers describe the problem',
      }),
    },
    {
      criterion: 'joint development',
      places: each('collaboration_support', {
        oem: 'Which engineers would work on it with ours',
        solution: 'What would we develop together',
      }),
    },
    {
      criterion: 'joined without seams',
      places: each('compatibility', {
        oem: 'Can we see ours run inside',
        solution: 'the solution in a test account',
      }),
    },
    {
      criterion: 'proficient in the technologies',
      places: each('compatibility', {
        oem: 'Which engineers would do it',
        solution: 'know the systems involved',
      }),
    },
    {
      criterion: 'ongoing updates',
      places: each('compatibility', {
        oem: 'How soon did you pass on',
        solution: 'What did you release last year',
      }),
    },
    {
      criterion: 'ongoing support',
      places: each('collaboration_support', {
        oem: 'For how many years do you look after',
        solution: 'After go-live, in which hours',
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
        fulfillment: 'your quality standard',
        'managed-service-provider': 'How many accounts has an engineer today',
      }),
    },
    {
      criterion: 'growth potential, record',
      places: each('role_criteria', {
        fulfillment: 'How many orders did you deliver last year',
        'managed-service-provider': 'How did the service grow',
      }),
    },
    {
      criterion: 'collaboration',
      places: each('collaboration_support', {
        fulfillment: 'When an order is late',
        'managed-service-provider': 'Who calls whom at night',
      }),
    },
    {
      criterion: 'communication',
      places: each('collaboration_support', {
        fulfillment: 'a status report that you send',
        'managed-service-provider': 'the account report that we would get',
      }),
    },
  ],
};

/** Shown by a profile with `asksSaas`. */
export const SAAS: Section = {
  section: 'detailed criteria, "SaaS-specific factors"',
  of: ['technology', ...ALL_BUT_TECHNOLOGY],
  criteria: [
    {
      criterion: 'models and market trends',
      places: {
        technology: ['strategic_fit', 'Where is subscription software in your market going'],
        ...each('role_criteria', {
          reseller: 'Which subscription software do you sell today',
          referral: 'Which subscription software do you recommend',
          oem: 'Which subscriptions do you sell, since when',
          'broker-agent': 'Which subscription deals have you closed',
          fulfillment: 'What does a subscriber expect of delivery',
          'managed-service-provider': 'How is subscription software sold',
          solution: 'How did the move to subscriptions',
          marketing: 'How do you explain subscription software',
        }),
      },
    },
    {
      criterion: 'subscription management and billing',
      places: {
        technology: ['commercial_alignment', 'How do you bill subscriptions'],
        ...each('compatibility', {
          reseller: 'How do you bill, renew',
          referral: 'How was a reward on monthly fees settled',
          oem: 'How do you bill and report seats',
          'broker-agent': 'How does a commission follow a subscription',
          fulfillment: 'starts or changes a subscription bill',
          'managed-service-provider': 'How do you bill seats',
          solution: 'Who bills each subscription',
          marketing: 'how do you bill them',
        }),
      },
    },
    {
      criterion: 'customer success and retention',
      places: {
        technology: ['distribution_reach', 'Does your success team'],
        ...each('collaboration_support', {
          reseller: 'that subscribers succeed',
          referral: 'whether they still subscribe',
          oem: 'whether users of a part stay active',
          'broker-agent': 'before the day to cancel',
          fulfillment: 'uses it and renews',
          'managed-service-provider': 'first 90 days of an account',
          solution: 'that the customer uses it and will renew',
          marketing: 'customers already, so that they stay',
        }),
      },
    },
  ],
};
