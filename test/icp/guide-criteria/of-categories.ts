import { CHANNEL, SERVICE, each, type Section } from './criterion.ts';

export const CHANNEL_PARTNERS: Section = {
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

export const SERVICE_PARTNERS: Section = {
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

export const MARKETING_PARTNERS: Section = {
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

export const PRODUCT_PARTNERS: Section = {
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
