import { CHANNEL, SERVICE, each, type Section } from './criterion.ts';

export const CHANNEL_PARTNERS: Section = {
  section: 'category paragraph, channel partners',
  of: CHANNEL,
  criteria: [
    {
      criterion: 'customer relationships',
      places: each('compatibility', {
        reseller: 'After the sale, who calls',
        referral: 'Did you ask the customer before',
        oem: 'Who talks to users about a fault',
        'broker-agent': 'How do you treat a buyer',
      }),
    },
    {
      criterion: 'learns our solution deeply',
      places: each('role_criteria', {
        reseller: 'what have they tried in our product',
        referral: 'who should not buy our product',
        oem: 'How did your team study ours',
        'broker-agent': 'how did you study our product',
      }),
    },
    {
      criterion: 'support infrastructure',
      places: each('collaboration_support', {
        reseller: 'Who answers customers',
        referral: 'Whom can a customer you sent still reach',
        oem: 'What does your support desk answer',
        'broker-agent': 'Who answers a buyer when you are away',
      }),
    },
  ],
};

export const SERVICE_PARTNERS: Section = {
  section: 'category paragraph, service partners; "Service expertise" of the table',
  of: SERVICE,
  criteria: [
    {
      criterion: 'quality of the method',
      places: each('compatibility', {
        fulfillment: 'the steps from order to acceptance',
        'managed-service-provider': 'the run book',
        solution: 'your method from first workshop',
      }),
    },
    {
      criterion: 'technical expertise',
      places: each('compatibility', {
        fulfillment: 'Who would handle our orders',
        'managed-service-provider': 'Which engineers know a product like ours',
        solution: 'Which consultants know',
      }),
    },
    {
      criterion: 'project management',
      places: each('collaboration_support', {
        fulfillment: 'the plan of one order',
        'managed-service-provider': 'the plan of your last rollout',
        solution: 'the plan of a project under way',
      }),
    },
    {
      criterion: 'record of delivery and satisfaction',
      places: each('role_criteria', {
        fulfillment: 'who confirms it',
        'managed-service-provider': 'reports of 3 accounts',
        solution: '3 finished projects',
      }),
    },
  ],
};

export const MARKETING_PARTNERS: Section = {
  section: 'category paragraph, marketing partners',
  of: ['marketing'],
  criteria: [
    {
      criterion: 'brand amplification',
      places: { marketing: ['collaboration_support', 'Where would our name appear'] },
    },
    {
      criterion: 'lead generation',
      places: { marketing: ['collaboration_support', 'What does a lead say when we get it'] },
    },
    {
      criterion: 'content creation',
      places: { marketing: ['role_criteria', 'what you made last quarter'] },
    },
    { criterion: 'market influence', places: { marketing: ['market_access', 'Who quotes you'] } },
    {
      criterion: 'audience alignment',
      places: { marketing: ['compatibility', 'Who is your audience by role'] },
    },
    {
      criterion: 'understands our value',
      places: { marketing: ['role_criteria', 'Can you tell us in 2 minutes'] },
    },
    {
      criterion: 'represents our brand',
      places: { marketing: ['role_criteria', 'a sample about us, and'] },
    },
  ],
};

export const PRODUCT_PARTNERS: Section = {
  section: 'category paragraph, product partners',
  of: ['technology'],
  criteria: [
    {
      criterion: 'development philosophy and vision',
      places: { technology: ['product_complementarity', 'How do you decide what to develop'] },
    },
    {
      criterion: 'integration capabilities',
      places: { technology: ['technical_readiness', 'Which integrations run today'] },
    },
    {
      criterion: 'support standards',
      places: { technology: ['technical_readiness', 'how fast does support answer'] },
    },
  ],
};
