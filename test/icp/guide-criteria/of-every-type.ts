import { ALL_BUT_TECHNOLOGY, TABLE, each, everywhere, type Section } from './criterion.ts';

export const PEOPLE: Section = {
  section: 'ideal partner profile, "Persona"',
  of: ALL_BUT_TECHNOLOGY,
  criteria: [
    { criterion: 'vision for growth', places: everywhere(ALL_BUT_TECHNOLOGY, 'people', 'in two years') },
    {
      criterion: 'way of collaborating',
      places: everywhere(ALL_BUT_TECHNOLOGY, 'people', 'bad news'),
    },
    { criterion: 'measure of success', places: everywhere(ALL_BUT_TECHNOLOGY, 'people', 'good first year') },
    {
      criterion: 'experience with this type',
      places: everywhere(ALL_BUT_TECHNOLOGY, 'people', 'before'),
    },
    {
      criterion: 'leadership and sponsor',
      places: everywhere(ALL_BUT_TECHNOLOGY, 'people', 'Who above you'),
    },
  ],
};

export const COMPANY: Section = {
  section: 'ideal partner profile, "Company Alignment"',
  of: ALL_BUT_TECHNOLOGY,
  criteria: [
    {
      criterion: 'strategic fit',
      places: everywhere(ALL_BUT_TECHNOLOGY, 'company_alignment', 'that you lack'),
    },
    {
      criterion: 'go-to-market',
      places: everywhere(ALL_BUT_TECHNOLOGY, 'company_alignment', 'Who buys from you'),
    },
    {
      criterion: 'operations',
      places: everywhere(ALL_BUT_TECHNOLOGY, 'company_alignment', 'Which of your steps'),
    },
    {
      criterion: 'culture',
      places: everywhere(ALL_BUT_TECHNOLOGY, 'company_alignment', 'What did you do when'),
    },
  ],
};

export const OBJECTIVES: Section = {
  section: 'detailed criteria, "Partnership objectives alignment"',
  of: ALL_BUT_TECHNOLOGY,
  criteria: [
    {
      criterion: 'understands goals and type',
      places: each('role_criteria', {
        reseller: 'What does a reseller do for us',
        referral: 'What does a referral partner do',
        oem: 'what do you expect each side to do',
        'broker-agent': 'What may an agent promise',
        fulfillment: 'What do we want from delivery',
        'managed-service-provider': 'What would you do for an account',
        solution: 'What does a solution partner do',
        marketing: 'What is your job as our marketing partner',
      }),
    },
    {
      criterion: 'synergy with our strategy',
      places: each('role_criteria', {
        reseller: 'Which figure of our plan',
        referral: 'Which aim of ours',
        oem: 'Which line of our plan',
        'broker-agent': 'our plan for the year needs',
        fulfillment: 'Which part of our plan',
        'managed-service-provider': 'Which of our goals',
        solution: 'Which goal of ours for this year',
        marketing: 'Which launch, segment or message',
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
      places: everywhere(ALL_BUT_TECHNOLOGY, 'company_alignment', 'must fit with ours'),
    },
    {
      criterion: 'adapts to each other',
      places: everywhere(ALL_BUT_TECHNOLOGY, 'company_alignment', 'changed for a partner'),
    },
    {
      criterion: 'communication between teams',
      places: everywhere(ALL_BUT_TECHNOLOGY, 'company_alignment', 'teams talk in a normal week'),
    },
    {
      criterion: 'shared vision and mission',
      places: everywhere(ALL_BUT_TECHNOLOGY, 'company_alignment', 'Where do you want to grow'),
    },
    {
      criterion: 'work ethics and principles',
      places: everywhere(ALL_BUT_TECHNOLOGY, 'company_alignment', 'promise to a partner could not be kept'),
    },
    {
      criterion: 'positive, collaborative approach',
      places: everywhere(ALL_BUT_TECHNOLOGY, 'company_alignment', '2 of their partners confirm it'),
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
        ...everywhere(TABLE, 'market_access', 'Where do you meet these buyers'),
        marketing: ['market_access', 'Which of our target accounts are among'],
      },
    },
    {
      criterion: 'existing relationships',
      places: {
        ...everywhere(TABLE, 'market_access', 'whom do you know there'),
        marketing: ['market_access', 'Whom there do you know'],
      },
    },
    {
      criterion: 'retention and satisfaction',
      places: {
        ...everywhere(TABLE, 'market_access', 'how many are still there'),
        marketing: ['market_access', 'How many subscribers of a year ago'],
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
        reseller: 'a new seller learn a product',
        referral: 'join a briefing',
        oem: 'Who learns our product',
        'broker-agent': 'Which agents would we train',
        fulfillment: 'Who learns our product, on which days',
        'managed-service-provider': 'a new engineer learn a product',
        solution: 'How do consultants learn our product',
      }),
    },
    {
      criterion: 'ongoing training and support',
      places: each('collaboration_support', {
        reseller: 'how often again',
        referral: 'a refresher',
        oem: 'who teaches new releases',
        'broker-agent': 'on which days each year',
        fulfillment: 'again when it changes',
        'managed-service-provider': 'how often again',
        solution: 'how often again',
      }),
    },
    {
      criterion: 'educational material',
      places: each('collaboration_support', {
        reseller: 'from which material',
        referral: 'can they open our material',
        oem: 'where are manuals kept',
        'broker-agent': 'with which material',
        fulfillment: 'with what material',
        'managed-service-provider': 'with which guides',
        solution: 'with what from us',
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
          reseller: 'what do you earn',
          referral: 'what do you get, what do we keep',
          oem: 'which license fee pays both sides',
          'broker-agent': 'may we check a past statement',
        }),
        technology: ['commercial_alignment', 'at what price, and to whom'],
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
