import type { PartnerType } from '../../../src/icp/partner-types.ts';

/** A small portal around one partner. */
export interface Situation {
  /** Ledgerlane when left out. */
  name?: string;
  type?: PartnerType;
  ratings?: Readonly<Record<string, number>>;
  /** Texts of companies that say which tools they use: of customers, unless a stage is given. */
  tools?: readonly (string | { text: string; stage: string })[];
  deals?: readonly Asking[];
  /** Roles of each contact. */
  contacts?: readonly (readonly string[])[];
  /** Everything was seen, so many days ago. */
  inspected?: number;
  /** How many days ago it was rated and checked; 0 when left out. */
  scored?: number;
  /** Checks that a person answered. */
  checks?: Readonly<Record<string, 'clear' | 'flagged'>>;
}

export interface Asking {
  /** Ledgerlane when left out. */
  text?: string;
  /** A letter per company; null for none. */
  by: string | null;
  stage?: 'closedlost' | 'closedwon';
  age?: number;
}

const OVERLAP = { customer_overlap: 4, product_complementarity: 4, distribution_reach: 3 };
const LOGO = { customer_overlap: 2, distribution_reach: 4 };
const MET = { people: 3, company_alignment: 3, compatibility: 3, market_access: 3 };

const ofCustomers = (count: number) => Array.from({ length: count }, () => 'Ledgerlane');

/** What stands in tools, and how many shared customers are counted by it. */
export const NAMES: readonly [what: string, situation: Situation, shared: number][] = [
  ['the name inside a longer word', { tools: ['Ledgerlanes', 'MyLedgerlane', 'Ledgerlane2'] }, 0],
  ['the name in two words', { tools: ['Ledger Lane', 'Ledger-lane'] }, 0],
  ['two words of the name, turned round', { name: 'North Kite', tools: ['Kite North'] }, 0],
  ['half of the name', { name: 'North Kite', tools: ['North', 'Kite'] }, 0],
  ['another small and capital letter', { tools: ['LEDGERLANE', 'ledgerLane'] }, 2],
  ['another legal form, or none', { name: 'Ledgerlane, Inc.', tools: ['Ledgerlane', 'Ledgerlane GmbH'] }, 2],
  [
    'a lead, and a company without a stage',
    { tools: [lead('Ledgerlane'), { text: 'Ledgerlane', stage: '' }] },
    0,
  ],
  ['umlauts as two characters in the text', { name: 'Mühlwerk', tools: ['Mu\u0308hlwerk'] }, 1],
  ['umlauts as two characters in the name', { name: 'Mu\u0308hlwerk', tools: ['Mühlwerk'] }, 1],
  ['umlauts written with e, or without dots', { name: 'Mühlwerk', tools: ['Muehlwerk', 'Muhlwerk'] }, 0],
  ['quotes in the name alone', { name: 'The "Bolt" Tools', tools: ['The Bolt Tools'] }, 1],
  ['another apostrophe', { name: "O'Lane", tools: ['O’Lane', "O'LANE"] }, 2],
  ['no apostrophe', { name: "O'Lane", tools: ['OLane', 'O Lane'] }, 1],
  ['a sign behind the name', { name: 'Starcraft*', tools: ['Starcraft', 'Starcraft!'] }, 2],
  ['a picture in the name', { name: 'Rocketeer 🚀', tools: ['Rocketeer'] }, 1],
  ['a name from right to left', { name: 'شركة الميناء', tools: ['Slack, شركة الميناء'] }, 1],
  ['one tool three times', { tools: ['Ledgerlane, ledgerlane, LEDGERLANE'] }, 1],
];

/** Where words alone do not tell: these are counted, and a person who opens the list sees it. */
export const COUNTED_THOUGH_WRONG: readonly [what: string, situation: Situation, shared: number][] = [
  ['a product of somebody else that begins with the name', { name: 'Kite', tools: ['Kite Ledger'] }, 1],
  ['a product of the partner, not the whole', { tools: ['Ledgerlane Sync'] }, 1],
  ['two tools that read like the name side by side', { name: 'North Kite', tools: ['North, Kite'] }, 1],
  ['a customer that has left it', { tools: ['no longer Ledgerlane'] }, 1],
  ['its web address', { tools: ['docs at ledgerlane.example'] }, 1],
];

/** Deals, and what is said of them. */
export const DEMANDS: readonly [what: string, deals: readonly Asking[], said: string][] = [
  ['a deal that was won', [{ by: 'a', stage: 'closedwon' }], '0 companies asked'],
  ['a deal of the partner itself', [{ by: 'partner' }], '0 companies asked'],
  ['a deal without a company', [{ by: null }], '0 companies asked'],
  ['a deal for a product of like name', [{ by: 'a', text: 'Ledgerlanes' }], '0 companies asked'],
  ['three deals of one company', [{ by: 'a' }, { by: 'a' }, { by: 'a' }], '1 company asked: 1 open'],
  [
    'won once, lost once',
    [
      { by: 'a', stage: 'closedwon' },
      { by: 'a', stage: 'closedlost' },
    ],
    '1 company asked: 1 lost',
  ],
  ['lost and open again', [{ by: 'a', stage: 'closedlost' }, { by: 'a' }], '1 company asked: 1 open'],
  ['quiet for exactly 60 days', [{ by: 'a', age: 60 }], '1 company asked: 1 open'],
  ['quiet for 61 days', [{ by: 'a', age: 61 }], '1 company asked: 1 stalled'],
  ['lost years ago', [{ by: 'a', age: 1_500, stage: 'closedlost' }], '1 company asked: 1 lost'],
];

const ONE_ASKS: Situation = { ratings: OVERLAP, deals: [{ by: 'a' }] };

const CLEARED: Situation = { ratings: OVERLAP, scored: 5, checks: { single_prospect_request: 'clear' } };

/** What the card suspects. */
export const SUSPECTED: readonly [what: string, situation: Situation, said: readonly string[]][] = [
  ['one asks, and 4 use both', { ...ONE_ASKS, tools: ofCustomers(4) }, ['single-prospect-request']],
  ['one asks, and exactly 5 use both', { ...ONE_ASKS, tools: ofCustomers(5) }, []],
  ['one asks, and nobody uses both', ONE_ASKS, ['single-prospect-request']],
  [
    'one asks in three deals',
    { ratings: OVERLAP, deals: [{ by: 'a' }, { by: 'a' }] },
    ['single-prospect-request'],
  ],
  ['two ask', { ratings: OVERLAP, deals: [{ by: 'a' }, { by: 'b' }] }, []],
  [
    'one asks, one has won',
    { ratings: OVERLAP, deals: [{ by: 'a' }, { by: 'b', stage: 'closedwon' }] },
    ['single-prospect-request'],
  ],
  ['one asks, with overlap 2', { ...ONE_ASKS, ratings: { ...OVERLAP, customer_overlap: 2 } }, []],
  [
    'one asks, with overlap 3',
    { ...ONE_ASKS, ratings: { ...OVERLAP, customer_overlap: 3 } },
    ['single-prospect-request'],
  ],
  ['overlap 2 and reach 4', { ratings: LOGO }, ['vanity-logo']],
  ['overlap 3 and reach 5', { ratings: { customer_overlap: 3, distribution_reach: 5 } }, []],
  ['overlap 2 and reach 3', { ratings: { ...LOGO, distribution_reach: 3 } }, []],
  ['overlap not rated, reach 5', { ratings: { distribution_reach: 5 } }, []],
  ['complementarity 1 alone', { ratings: { product_complementarity: 1 } }, ['competitor-in-disguise']],
  ['complementarity 2 and overlap 3', { ratings: { product_complementarity: 2, customer_overlap: 3 } }, []],
  [
    'complementarity 2 and overlap 4',
    { ratings: { product_complementarity: 2, customer_overlap: 4 } },
    ['competitor-in-disguise'],
  ],
  ['inspected exactly 180 days ago', { ratings: OVERLAP, inspected: 180 }, []],
  ['inspected 181 days ago', { ratings: OVERLAP, inspected: 181 }, ['dead-api']],
  ['one contact, a champion', { ratings: OVERLAP, contacts: [['Champion']] }, ['enthusiastic-contact']],
  [
    'one contact, who is owner and sponsor',
    { ratings: OVERLAP, contacts: [['Partner owner', 'Executive sponsor']] },
    [],
  ],
  ['two contacts without a sponsor', { ratings: OVERLAP, contacts: [[], ['Champion']] }, []],
  ['people 2', { type: 'reseller', ratings: { ...MET, people: 2 } }, ['enthusiastic-contact']],
  [
    'company alignment 1, market access 3',
    { type: 'reseller', ratings: { ...MET, company_alignment: 1 } },
    [],
  ],
  [
    'company alignment 1, market access 4',
    { type: 'oem', ratings: { ...MET, company_alignment: 1, market_access: 4 } },
    ['competitor-in-disguise'],
  ],
  [
    'company alignment 2, market access 5',
    { type: 'oem', ratings: { ...MET, company_alignment: 2, market_access: 5 } },
    [],
  ],
  [
    'a service: compatibility 2, market access 4',
    { type: 'solution', ratings: { ...MET, compatibility: 2, market_access: 4 } },
    ['vanity-logo'],
  ],
  [
    'no service: compatibility 2, market access 4',
    { type: 'reseller', ratings: { ...MET, compatibility: 2, market_access: 4 } },
    [],
  ],
  ['a reseller for whom one company asks', { ...ONE_ASKS, type: 'reseller', ratings: MET }, []],
  ['flagged already', { ratings: LOGO, checks: { vanity_logo: 'flagged' } }, []],
  ['clear, and nothing is newer', { ratings: LOGO, checks: { vanity_logo: 'clear' } }, []],
  ['clear, and the deal is older', { ...CLEARED, deals: [{ by: 'a', age: 10 }] }, []],
  [
    'clear, and the deal is newer',
    { ...CLEARED, deals: [{ by: 'a', age: 2 }] },
    ['look-again at single-prospect-request'],
  ],
  [
    'clear today, and one contact',
    { ratings: OVERLAP, contacts: [[]], checks: { enthusiastic_contact: 'clear' } },
    [],
  ],
  [
    'clear last week, and one contact',
    { ratings: OVERLAP, scored: 7, contacts: [[]], checks: { enthusiastic_contact: 'clear' } },
    ['look-again at enthusiastic-contact'],
  ],
];

function lead(text: string) {
  return { text, stage: 'lead' };
}
