import { ALL_BUT_TECHNOLOGY, TABLE, each, everywhere, type Section } from './criterion.ts';

export const PEOPLE: Section = {
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

export const COMPANY: Section = {
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

export const OBJECTIVES: Section = {
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

export const OPERATIONS_AND_CULTURE: Section = {
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

export const MARKET_ACCESS: Section = {
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

export const TRAINING: Section = {
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

export const PRICING: Section = {
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

export const MANDATE: Section = {
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
